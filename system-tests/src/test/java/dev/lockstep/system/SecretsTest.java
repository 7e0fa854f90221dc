package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What steps get of secrets, and what gets out. */
class SecretsTest {
  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void createHome() {
    home = new Home(folder.resolve("home"));
  }

  @Test
  void aRotatedSecretIsSeenByTheNextStepOfTheSameRun() {
    home.register("key", "arbitrary", "value", "first value");
    assertThat(home.run(Rotating_FreshRunner.class).out()).contains("read: new");
  }

  @Test
  void aPinnedRunKeepsTheSecretThatItBeganWith() {
    home.register("key", "arbitrary", "value", "first value");
    Home.Result result = home.run(Rotating_PinnedRunner.class);
    assertThat(result.out()).contains("read: old");
    assertThat(result.exit()).isZero();
  }

  @Test
  void aPinnedStepInAProcessOfItsOwnKeepsItToo() {
    home.register("key", "arbitrary", "value", "first value");
    Home.Result result = home.run(Rotating_PinnedApartRunner.class);
    assertThat(result.out()).contains("read: old");
    assertThat(result.exit()).isZero();
  }

  @Test
  void noStepReachesTheSecretsOfAnother() {
    home.register("left", "arbitrary", "left_key", "left value");
    home.register("right", "arbitrary", "right_key", "right value");
    home.register("common", "arbitrary", "common_key", "common value");
    Home.Result result = home.run(TwoSecretsRunner.class);
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .contains(
            "inProcess: [\"context [COMMON_KEY, LEFT_KEY]\",\"getenv []\","
                + "\"child [COMMON_KEY, LEFT_KEY]\",\"LOCKSTEP_HOME in child false\"]")
        .contains(
            "apart: [\"context [COMMON_KEY, RIGHT_KEY]\",\"getenv [COMMON_KEY, RIGHT_KEY]\","
                + "\"child [COMMON_KEY, RIGHT_KEY]\",\"LOCKSTEP_HOME in child false\"]")
        .contains(
            "both: [\"context [COMMON_KEY]\",\"getenv [COMMON_KEY]\",\"child [COMMON_KEY]\","
                + "\"LOCKSTEP_HOME in child false\",\"parameter [left_key]\"]");
  }

  @Test
  void noValueReachesOutputOrDisk() {
    String value = "tr0ub4dor & 3 'quoted' é";
    home.register("vault", "arbitrary", "token", value);
    Home.Result result = home.run(LeakyRunner.class);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).contains("whole ***", "Basic ", "cannot log in with ***");
    String everything = result.out() + result.err();
    assertNoTrace(everything, value);
    for (Map.Entry<Path, String> file : home.files().entrySet()) {
      assertNoTrace(file.getValue(), value);
    }
  }

  @Test
  void noValueReachesOutputInALocaleThatIsNotUtf8() {
    String value = "tr0ub4dor & ü";
    home.register("vault", "arbitrary", "token", value);
    Home.Result result = home.with("LC_ALL", "C").run(LeakyRunner.class);
    assertThat(result.out()).contains("whole ***");
    assertNoTrace(result.out() + result.err(), value);
    assertThat(result.out() + result.err()).doesNotContain("tr0ub4dor");
  }

  @Test
  void aSecretThatIsGivenAsAParameterIsNotRecorded() {
    home.register("vault", "arbitrary", "token", "tr0ub4dor");
    home.run(ParameterisedRunner.class, "--text", "tr0ub4dor");
    for (Map.Entry<Path, String> file : home.files().entrySet()) {
      assertNoTrace(file.getValue(), "tr0ub4dor");
    }
  }

  @Test
  void anOutputThatHoldsASecretIsNotStored() {
    home.register("vault", "arbitrary", "token", "tr0ub4dor", "pin", "4711x");
    Home.Result result = home.run(ConfidingRunner.class);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out())
        .contains("Its output 'text' is not stored: it holds the value of key 'token' of secret")
        .contains("Its output 'encoded' is not stored: it holds the value of the variable TOKEN")
        .contains("Its output 'file' is not stored")
        .contains("Its output 'content' is not stored")
        .contains("Its output 'pin' is not stored: it holds the value of key 'pin'")
        .contains("0 of 5 steps succeeded");
    assertThat(home.files().keySet()).noneMatch(file -> file.startsWith("artifacts"));
    assertNoTrace(result.out() + result.err(), "tr0ub4dor");
    for (Map.Entry<Path, String> file : home.files().entrySet()) {
      assertNoTrace(file.getKey() + " " + file.getValue(), "tr0ub4dor");
    }
  }

  @Test
  void inJsonOutputStepsPrintToStandardError() {
    home.register("vault", "arbitrary", "token", "tr0ub4dor");
    Home.Result result = home.run(LeakyRunner.class, "--output=json");
    assertThat(result.lines()).allMatch(line -> line.startsWith("{\"event\":"));
    assertThat(result.err()).contains("whole ***");
    assertNoTrace(result.out() + result.err(), "tr0ub4dor");
  }

  @Test
  void keysThatWouldChangeHowProgramsStartAreRefusedBeforeTheFirstStep() {
    home.register("left", "arbitrary", "ld_preload", "x", "a-b", "y", "a_b", "z");
    home.register("right", "arbitrary", "right_key", "right value");
    home.register("common", "arbitrary", "common_key", "common value");
    Home.Result result = home.run(TwoSecretsRunner.class);
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err())
        .contains("Key 'ld_preload' of secret 'left' would set the variable LD_PRELOAD")
        .contains("both become the variable A_B of step 'inProcess'");
  }

  private static void assertNoTrace(String text, String value) {
    String latin1 = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(text).doesNotContain(value).doesNotContain(latin1);
    assertThat(text).doesNotContain("tr0ub4dor");
    String base64 =
        Base64.getEncoder().encodeToString(("x:" + value).getBytes(StandardCharsets.UTF_8));
    assertThat(text).doesNotContain(base64.substring(4, 16));
  }
}
