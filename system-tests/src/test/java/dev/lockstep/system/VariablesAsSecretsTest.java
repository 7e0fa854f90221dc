package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.ConfigurationFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose secrets are variables of its own process. */
class VariablesAsSecretsTest {
  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void createHomeAndStack() {
    home = new Home(folder.resolve("home"));
    new ConfigurationFile(new LockstepHome(home.root()))
        .update(
            all ->
                all.registerComponent(
                        new Component(ComponentType.SECRETS_MANAGER, "vars", "env", Map.of()))
                    .registerStack(
                        all.stack("default")
                            .withName("ci")
                            .with(ComponentType.SECRETS_MANAGER, "vars")));
    home.with("LOCKSTEP_STACK", "ci")
        .with("SECRET_LEFT_LEFT_KEY", "left value")
        .with("SECRET_RIGHT_RIGHT_KEY", "right value")
        .with("SECRET_COMMON_COMMON_KEY", "common value");
  }

  @Test
  void aProcessOfAStepInheritsTheVariablesOfItsOwnSecretsOnly() {
    Home.Result result = home.run(TwoSecretsRunner.class);

    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains(
            "apart: [\"context [COMMON_KEY, RIGHT_KEY]\",\"getenv [COMMON_KEY, RIGHT_KEY,"
                + " SECRET_COMMON_COMMON_KEY, SECRET_RIGHT_RIGHT_KEY]\","
                + "\"child [COMMON_KEY, RIGHT_KEY]\"")
        .contains(
            "both: [\"context [COMMON_KEY]\",\"getenv [COMMON_KEY, SECRET_COMMON_COMMON_KEY,"
                + " SECRET_LEFT_LEFT_KEY]\",\"child [COMMON_KEY]\","
                + "\"LOCKSTEP_HOME in child false\",\"parameter [left_key]\"]")
        // In the run's own process everything is there, but nothing is handed on.
        .contains("inProcess: [\"context [COMMON_KEY, LEFT_KEY]\"")
        .contains("\"child [COMMON_KEY, LEFT_KEY]\"");
    assertThat(result.exit()).isZero();
  }

  @Test
  void whatIsReadOfThemIsMasked() {
    String value = "tr0ub4dor & 3";
    Home.Result result = home.with("SECRET_VAULT_TOKEN", value).run(LeakyRunner.class);

    assertThat(result.out()).contains("whole ***");
    assertThat(result.out() + result.err()).doesNotContain(value);
  }

  @Test
  void aMissingVariableIsToldBeforeTheFirstStep() {
    Home.Result result = home.run(LeakyRunner.class, "--check");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err())
        .contains("Fix: set SECRET_VAULT_KEY for each of its keys where the process is started")
        .doesNotContain("lockstep secret register");
  }
}
