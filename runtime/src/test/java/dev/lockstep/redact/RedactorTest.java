package dev.lockstep.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.secret.SecretValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedactorTest {
  private final Redactor redactor = new Redactor();

  private void secrets(String... values) {
    redactor.add(List.of(values).stream().map(SecretValue::of).toList());
  }

  @Test
  void withoutSecretsNothingChanges() {
    assertThat(redactor.redact("plain")).isEqualTo("plain");
  }

  @Test
  void aValueIsMaskedWhereverItStands() {
    secrets("hunter2");
    assertThat(redactor.redact("hunter2 xhunter2x HUNTER2")).isEqualTo("*** x***x HUNTER2");
  }

  @Test
  void theLongestValueWinsAndOverlapsBecomeOneMask() {
    secrets("abcd", "abcdef", "efgh");
    assertThat(redactor.redact("abcdefgh abcd")).isEqualTo("*** ***");
  }

  @Test
  void aValueThatOverlapsItselfLeavesNothing() {
    secrets("abab");
    assertThat(redactor.redact("ababab")).isEqualTo("***");
  }

  @Test
  void encodedFormsAreMasked() {
    String value = "p&ss wörd\"<1>'";
    secrets(value);
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    assertThat(redactor.redact("p%26ss+w%C3%B6rd%22%3C1%3E%27")).isEqualTo("***");
    assertThat(redactor.redact("p%26ss%20w%C3%B6rd%22%3C1%3E%27")).isEqualTo("***");
    assertThat(redactor.redact("p&ss wörd\\\"<1>'")).isEqualTo("***");
    assertThat(redactor.redact("p&amp;ss wörd&quot;&lt;1&gt;&apos;")).isEqualTo("***");
    assertThat(redactor.redact("p&ss wörd\"<1>'\\''")).isEqualTo("***");
    assertThat(redactor.redact(java.util.HexFormat.of().formatHex(bytes))).isEqualTo("***");
  }

  @Test
  void base64IsMaskedAtEveryAlignment() {
    String value = "tr0ub4dor&3";
    secrets(value);
    for (String before : List.of("", "a", "ab", "abc", "user:")) {
      for (String after : List.of("", "z", "zz")) {
        String encoded =
            Base64.getEncoder()
                .encodeToString((before + value + after).getBytes(StandardCharsets.UTF_8));
        String masked = redactor.redact(encoded);
        assertThat(masked).contains("***");
        // At most the characters at both ends, which also depend on what stands beside the value.
        assertThat(masked.replace("***", "").length()).isLessThanOrEqualTo(before.length() * 2 + 8);
      }
    }
  }

  @Test
  void everyLongLineOfAValueIsMaskedByItself() {
    secrets("-----BEGIN KEY-----\nMIIEvQIBADAN\nab\n-----END KEY-----");
    assertThat(redactor.redact("line: MIIEvQIBADAN ab")).isEqualTo("line: *** ab");
  }

  @Test
  void whiteSpaceAroundAValueMakesNoDifference() {
    secrets("hunter2\n");
    assertThat(redactor.redact("password=hunter2;")).isEqualTo("password=***;");
  }

  @Test
  void veryShortValuesAreNotMasked() {
    secrets("1", "", "ab");
    assertThat(redactor.redact("1 ab")).isEqualTo("1 ab");
    assertThat(redactor.isEmpty()).isTrue();
  }

  @Test
  void aStreamMasksAsTheWholeTextWouldBeHoweverItIsSplit() throws IOException {
    Random random = new Random(42);
    for (int round = 0; round < 400; round++) {
      Redactor fresh = new Redactor();
      List<SecretValue> values = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        values.add(SecretValue.of(letters(random, 3 + random.nextInt(6))));
      }
      fresh.add(values);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        text.append(
            random.nextBoolean()
                ? letters(random, random.nextInt(5))
                : values.get(random.nextInt(3)).reveal());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (RedactingOutputStream stream = new RedactingOutputStream(fresh, out)) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        int from = 0;
        while (from < bytes.length) {
          int length = Math.min(bytes.length - from, 1 + random.nextInt(4));
          stream.write(bytes, from, length);
          stream.flush();
          from += length;
        }
      }
      String streamed = out.toString(StandardCharsets.UTF_8);
      for (SecretValue value : values) {
        assertThat(streamed).as("round %d of %s", round, text).doesNotContain(value.reveal());
      }
      assertThat(streamed).isEqualTo(fresh.redact(text.toString()));
    }
  }

  @Test
  void whatCannotBecomeAValueIsNotHeldBack() throws IOException {
    secrets("secret");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RedactingOutputStream stream = new RedactingOutputStream(redactor, out);
    stream.write("name: s".getBytes(StandardCharsets.UTF_8));
    assertThat(out).hasToString("name: ");
    stream.write("o\n".getBytes(StandardCharsets.UTF_8));
    assertThat(out).hasToString("name: so\n");
    stream.close();
  }

  private static String letters(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(2)));
    }
    return text.toString();
  }
}
