package dev.lockstep.testing;

import static dev.lockstep.testing.LeakAssertions.assertNoLeak;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.secret.SecretValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LeakAssertionsTest {
  private static final String VALUE = "p&ss wörd\"<1>'";

  private static String leak(String text, String... values) {
    List<SecretValue> secrets = List.of(values).stream().map(SecretValue::of).toList();
    AssertionError error = assertThrows(AssertionError.class, () -> assertNoLeak(text, secrets));
    String message = Objects.requireNonNull(error.getMessage());
    for (String value : values) {
      assertThat(message).doesNotContain(value);
    }
    return message;
  }

  @Test
  void aTextWithoutValuesPasses() {
    assertNoLeak("***, hunter, HUNTER2", List.of(SecretValue.of("hunter2")));
    assertNoLeak("anything", List.of());
  }

  @Test
  void theMessageTellsWhichValueAndWhere() {
    List<SecretValue> values = List.of(SecretValue.of("t0ken-1"), SecretValue.of("hunter2"));
    String log = "connecting\nlogin with hunter2 failed";

    AssertionError error = assertThrows(AssertionError.class, () -> assertNoLeak(log, values));
    assertThat(error).hasMessage("The text shows secrets:\n  value 2 of 2: line 2, as it is");
  }

  @Test
  void encodedFormsAreFoundAndNamed() {
    byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);
    assertThat(leak("a\nx" + VALUE + "y", VALUE)).endsWith("line 2, as it is");
    assertThat(leak("x" + HexFormat.of().formatHex(bytes), VALUE)).endsWith("line 1, in hex");
    assertThat(leak("\n\n" + HexFormat.of().withUpperCase().formatHex(bytes), VALUE))
        .endsWith("line 3, in hex");
    assertThat(leak("q=" + URLEncoder.encode(VALUE, StandardCharsets.UTF_8), VALUE))
        .endsWith("line 1, URL-encoded");
    assertThat(leak("{\"a\": \"p&ss wörd\\\"<1>'\"}", VALUE)).endsWith("line 1, as in JSON");
    assertThat(leak("p&amp;ss wörd&quot;&lt;1&gt;&apos;", VALUE))
        .endsWith("line 1, in an encoded form");
    for (String before : List.of("", "a", "ab", "abc")) {
      String plain = before + VALUE + "z";
      String encoded = Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
      assertThat(leak("Basic " + encoded, VALUE)).endsWith("line 1, in base64");
    }
  }

  @Test
  void aLineOfALongerValueIsFound() {
    String key = "-----BEGIN KEY-----\nMIIEvQIBADAN\n-----END KEY-----";
    assertThat(leak("a\nb MIIEvQIBADAN", key)).endsWith("line 2, one line of it");
    assertThat(leak("a\n" + key, key)).endsWith("line 2, as it is");
  }

  @Test
  void aValueThatBeginsLikeTheMaskIsNamedRightToo() {
    assertThat(leak("x **abc", "**abc")).endsWith("line 1, as it is");
    assertThat(leak("***abc", "***abc")).endsWith("line 1, as it is");
  }

  @Test
  void everyValueIsTold() {
    assertThat(leak("one hunter2\ntwo hunter3", "hunter2", "hunter3"))
        .isEqualTo(
            "The text shows secrets:\n  value 1 of 2: line 1, as it is\n"
                + "  value 2 of 2: line 2, as it is");
  }

  @Test
  void aLongListIsCut() {
    String[] values = new String[12];
    for (int i = 0; i < values.length; i++) {
      values[i] = "hunter-" + (char) ('a' + i);
    }
    assertThat(leak(String.join(" ", values), values)).endsWith("\n  and 2 more");
  }

  @Test
  void veryShortValuesAreNotLookedFor() {
    assertNoLeak("ab", List.of(SecretValue.of("ab"), SecretValue.of("")));
  }
}
