package dev.lockstep.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class YamlTest {
  @Test
  void mappingsSequencesAndScalarsAreRead() {
    YamlMapping root =
        Yaml.read(
            """
            # a comment
            a: 1
            b:
              c: "x y"
              d: [p, 'q', {r: s}]
            e: >
              folded
              text
            f: ~
            """);

    assertThat(root.text("a")).isEqualTo("1");
    assertThat(root.mapping("b").text("c")).isEqualTo("x y");
    assertThat(root.mapping("b").entries().get("d")).isInstanceOf(YamlSequence.class);
    assertThat(root.text("e")).isEqualTo("folded text\n");
    assertThat(root.text("f")).isNull();
    assertThat(root.mapping("f").entries()).isEmpty();
    assertThat(root.mapping("absent").entries()).isEmpty();
  }

  @Test
  void fieldsKnowTheirLines() {
    for (String text : List.of("a: 1\n\nb:\n  c: x\n", "a: 1\n\nb:\n  c: 'x'\n")) {
      YamlMapping root = Yaml.read(text);
      assertThat(root.entries().get("b")).extracting(YamlNode::line).isEqualTo(3);
      assertThat(root.mapping("b").entries().get("c")).extracting(YamlNode::line).isEqualTo(4);
    }
  }

  @Test
  void anEmptyDocumentIsAnEmptyMapping() {
    for (String text : List.of("", "\n", "# nothing\n", "---\n", "~")) {
      assertThat(Yaml.read(text).entries()).as(text).isEmpty();
    }
    assertThat(Yaml.write(YamlMapping.of(Map.of()))).isEmpty();
  }

  @Test
  void whatIsNotSupportedIsRefusedWithItsLineAndNotQuoted() {
    Map<String, String> texts =
        Map.of(
            "a: 1\nb: &x hunter2\n", "anchors",
            "a: 1\nb: !t hunter2\n", "tags",
            "a: 1\na: hunter2\n", "twice",
            "a: 1\n'a': hunter2\n", "twice",
            "a: 1\nb: \"hunter2\n", "not valid YAML",
            "a: 1\n? [hunter2]\n: 2\n", "not a text",
            "a: 1\n--- hunter2\n", "second document",
            "a: 1\nb: \u0007hunter2\n", "character");
    texts.forEach(
        (text, problem) ->
            assertThatThrownBy(() -> Yaml.read(text))
                .as(text)
                .isInstanceOf(YamlFormatException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining("line ")
                .hasMessageNotContaining("hunter2"));
    assertThatThrownBy(() -> Yaml.read("- a\n")).hasMessageContaining("not a mapping");
    assertThatThrownBy(() -> Yaml.read("a: " + "[".repeat(2000) + "]".repeat(2000)))
        .isInstanceOf(YamlFormatException.class);
  }

  @Test
  void aFieldOfAnotherKindIsNamedWithItsLine() {
    YamlMapping root = Yaml.read("a: 1\nb:\n  c: 2\n");

    assertThatThrownBy(() -> root.text("b")).hasMessage("line 2: the field 'b' is not a text");
    assertThatThrownBy(() -> root.mapping("a"))
        .hasMessage("line 1: the field 'a' is not a mapping");
  }

  @Test
  void textsThatOtherToolsWouldTakeForSomethingElseAreQuoted() {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    for (String text : List.of("yes", "NULL", "1", "1e3", "", "a: b", "-", "#", "0x1F", "true")) {
      fields.put("k" + fields.size(), YamlScalar.of(text));
    }
    assertThat(Yaml.write(YamlMapping.of(fields)).lines())
        .allMatch(line -> line.endsWith("\"") && line.contains(": \""));
    assertThat(Yaml.write(YamlMapping.of(Map.of("a", YamlScalar.of(5))))).isEqualTo("a: 5\n");
  }

  /** What is written is read back the same, whether by lines or by the library. */
  @Test
  void bothWaysOfReadingGiveWhatWasWritten() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      YamlMapping document = mapping(random, 0);
      String text = Yaml.write(document);
      String expected = content(document);
      YamlMapping byLibrary = YamlLibrary.read(text).root();
      assertThat(content(byLibrary)).as(text).isEqualTo(expected);
      assertThat(shape(Yaml.read(text))).as(text).isEqualTo(shape(byLibrary));
      if (!text.isEmpty()) {
        assertThat(Yaml.canonical(text + "...\n")).isEqualTo(text + "...\n");
        assertWalkedToTheEnd(text);
      }
    }
  }

  private static void assertWalkedToTheEnd(String text) {
    YamlLines lines = YamlLines.ofWritten(text + "...\n");
    int count = 0;
    while (lines.next()) {
      count++;
    }
    assertThat(lines.canonical()).as(text).isTrue();
    assertThat(lines.ended()).isTrue();
    assertThat((long) count).isEqualTo(text.lines().count());
  }

  /** Whatever the lines accept, the library reads in the same way. */
  @Test
  void theLinesAcceptNothingThatTheLibraryReadsOtherwise() {
    Random random = new Random(11);
    String[] pieces = {
      "a",
      "b1",
      ":",
      ": ",
      " ",
      "  ",
      "\n",
      "\n  ",
      "\n    ",
      "\"x\"",
      "\"",
      "\\",
      "#",
      "1",
      "-",
      "- ",
      "...",
      "---",
      "~",
      "[",
      "]",
      "{",
      "}",
      ",",
      "'",
      "|",
      ">",
      "&",
      "*",
      "!",
      "%",
      "@",
      "é",
      "\t",
      "\r",
      "a: b\n",
      "  c: d\n",
      "e:\n",
      "...\n",
      "null",
      "/",
      "+",
      "?",
      "? "
    };
    int accepted = 0;
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(8); n >= 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      YamlLines lines = new YamlLines(text.toString());
      while (lines.next()) {
        // Walks to the end.
      }
      if (lines.canonical()) {
        accepted++;
        assertThat(outcome(() -> Yaml.read(text.toString())))
            .as("%s", text)
            .isEqualTo(outcome(() -> YamlLibrary.read(text.toString()).root()));
        assertThat(lines.ended()).as("%s", text).isEqualTo(endsByLibrary(text.toString()));
      }
    }
    assertThat(accepted).isGreaterThan(500);
  }

  private static boolean endsByLibrary(String text) {
    try {
      return YamlLibrary.read(text).ended() || text.startsWith("...");
    } catch (YamlFormatException e) {
      return text.contains("...");
    }
  }

  private static String outcome(Supplier<YamlMapping> read) {
    try {
      return shape(read.get());
    } catch (YamlFormatException e) {
      return "refused";
    }
  }

  private static YamlMapping mapping(Random random, int depth) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (int n = random.nextInt(5 - depth); n > 0; n--) {
      entries.put(text(random), node(random, depth));
    }
    return YamlMapping.of(entries);
  }

  private static YamlNode node(Random random, int depth) {
    int kind = random.nextInt(10);
    if (kind < 3 && depth < 3) {
      return mapping(random, depth + 1);
    }
    if (kind == 3 && depth < 3) {
      List<YamlNode> elements = new ArrayList<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        elements.add(node(random, depth + 1));
      }
      return new YamlSequence(elements, 0);
    }
    return kind == 4 ? YamlScalar.of(random.nextInt()) : YamlScalar.of(text(random));
  }

  private static String text(Random random) {
    String alphabet = "abcXYZ019 _-./:#'\"\\\n\t{}[],&*!|>%@`~?=é\u0001\u0085\u2028\uFEFF\u20AC";
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(12); n > 0; n--) {
      int at = random.nextInt(alphabet.length() + 1);
      if (at == alphabet.length()) {
        text.append("\uD83D\uDD11");
      } else {
        text.append(alphabet.charAt(at));
      }
    }
    return text.toString();
  }

  /** Everything about a node except its lines and what had quotes. */
  private static String content(YamlNode node) {
    return shape(node).replace("\")", ")");
  }

  /** Everything about a node except its line. */
  private static String shape(YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      return "(" + scalar.text() + (scalar.plain() ? ")" : "\")");
    }
    StringBuilder shape = new StringBuilder();
    if (node instanceof YamlMapping mapping) {
      mapping
          .entries()
          .forEach((k, v) -> shape.append(k).append("=>").append(shape(v)).append(';'));
      return "{" + shape + "}";
    }
    ((YamlSequence) node).elements().forEach(element -> shape.append(shape(element)).append(','));
    return "[" + shape + "]";
  }

  @Test
  void whatIsPrintedByMistakeShowsNoValue() {
    assertThat(Yaml.read("a:\n  key: [hunter2, {b: hunter2}]\nc: hunter2\n").toString())
        .contains("key")
        .doesNotContain("hunter2");
    assertThat(Json.readObject("{\"key\":\"hunter2\"}").toString())
        .contains("key")
        .doesNotContain("hunter2");
  }
}
