package dev.lockstep.cli.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotEnvTest {
  @Test
  void readsQuotesCommentsAndExports() {
    assertThat(
            read(
                """
                # comment

                PLAIN = a b   # comment
                HASH=a#b
                EMPTY=
                export EXPORTED=x
                SINGLE='$a "\\n' # comment
                DOUBLE="a\\tb\\"c\\$d\\\\e\\q"
                LINES="1
                2"
                EQUALS=a=b==
                """))
        .containsExactly(
            "PLAIN>a b",
            "HASH>a#b",
            "EMPTY>",
            "EXPORTED>x",
            "SINGLE>$a \"\\n",
            "DOUBLE>a\tb\"c$d\\e\\q",
            "LINES>1\n2",
            "EQUALS>a=b==");
  }

  @Test
  void saysWhereItIsBrokenAndQuotesNothing() {
    assertThat(read("A=1\nhunter2\nB='x' y\nC=\"open\n"))
        .containsExactly(
            "A>1",
            "! line 2 is not KEY=VALUE (a value of several lines needs quotes)",
            "! line 3 goes on behind the closing quote",
            "B>x",
            "! the quote that line 4 opens is never closed");
  }

  @Test
  void linesOfAnUnquotedValueAreNoKeys() {
    String refused = " is not KEY=VALUE (a value of several lines needs quotes)";
    String line = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ";
    assertThat(read("KEY=first\n" + line + "==\n"))
        .containsExactly("KEY>first", "! line 2" + refused);
    assertThat(read("KEY=first\n" + line + "=\n"))
        .containsExactly("KEY>first", "! line 2" + refused);
    assertThat(read("KEY=first\nq8==\n")).containsExactly("KEY>first", "! line 2" + refused);
    assertThat(read("KEY=first\n" + line + "\nq8s=\n"))
        .containsExactly("KEY>first", "! line 2" + refused, "! line 3" + refused);
    assertThat(read("correct$=horse\na/b+c=x\n=x\n" + "k".repeat(65) + "=x"))
        .containsExactly(
            "! line 1" + refused, "! line 2" + refused, "! line 3" + refused, "! line 4" + refused);
    assertThat(read("P=-----BEGIN KEY-----\nq8s=\nX=y\n-----END KEY-----\nA=1\n"))
        .containsExactly(
            "! the key or certificate that line 1 begins needs quotes around it", "A>1");
    assertThat(read("A_RATHER_LONG_NAME_OF_A_VARIABLE_IN_A_FILE=\n"))
        .containsExactly("A_RATHER_LONG_NAME_OF_A_VARIABLE_IN_A_FILE>");
  }

  @Test
  void windowsLineEndsAreLineEnds() {
    assertThat(read("A=1\r\nB=\"x\r\ny\"\r\n")).containsExactly("A>1", "B>x\ny");
  }

  @Test
  void isToldFromYaml() {
    assertThat(DotEnv.looksLike("# c\n\nA=b:c\n")).isTrue();
    assertThat(DotEnv.looksLike("url: http://x/?a=b\n")).isFalse();
    assertThat(DotEnv.looksLike("")).isFalse();
  }

  private static List<String> read(String text) {
    List<String> read = new ArrayList<>();
    DotEnv.read(
        text,
        new ValueSink() {
          @Override
          public void value(String key, String value) {
            read.add(key + ">" + value);
          }

          @Override
          public void problem(String problem) {
            read.add("! " + problem);
          }
        });
    return read;
  }
}
