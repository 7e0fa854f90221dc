package dev.lockstep.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutputTest {
  @Test
  void columnsLineUpWhateverTheirScript() {
    Table table = new Table("NAME", "X").row("日本語", "1").row("e\u0301a", "2").row("🚀", "");
    assertThat(table.render(Integer.MAX_VALUE, false))
        .isEqualTo("NAME    X\n日本語  1\ne\u0301a      2\n🚀\n");
  }

  @Test
  void theWidestColumnGivesWayOnANarrowTerminal() {
    Table table = new Table("NAME", "TEXT").row("short", "x".repeat(100)).row("n", "語".repeat(50));
    for (String line : table.render(40, false).split("\n", -1)) {
      assertThat(DisplayText.width(line)).isLessThanOrEqualTo(40);
    }
    assertThat(table.render(40, false)).contains("x…").contains("語…");
    assertThat(table.whole().render(40, false)).contains("x".repeat(100));
  }

  @Test
  void controlCharactersNeverReachTheTerminal() {
    String hostile = "a\033[31m\u009b1m\u0007\r\n\t\u202eb\u2028";
    String rendered = new Table("NAME").row(hostile).render(Integer.MAX_VALUE, false);
    assertThat(rendered).isEqualTo("NAME\na\\u001b[31m\\u009b1m\\u0007\\r\\n\\t\\u202eb\\u2028\n");
    assertThat(DisplayText.escapeLines("a\nb\r")).isEqualTo("a\nb\\r");
  }

  @Test
  void headingsAreBoldWhenTheyMayBe() {
    assertThat(new Table("A").row("b").render(80, true)).isEqualTo("\033[1mA\033[0m\nb\n");
  }

  @Test
  void yamlQuotesWhatCouldBeTakenForSomethingElse() {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("plain", "a-b/c.d");
    data.put("no", "no");
    data.put("number", "12");
    data.put("count", 12);
    data.put("null", null);
    data.put("lines", "a\nb\u009b");
    data.put("list", Arrays.asList(Map.of("k", "v"), "x", List.of("z", true)));
    data.put("empty", List.of());
    assertThat(YamlText.of(data))
        .isEqualTo(
            """
            plain: a-b/c.d
            "no": "no"
            number: "12"
            count: 12
            "null": null
            lines: "a\\nb\\x9b"
            list:
              - k: v
              - x
              - - z
                - true
            empty: []
            """);
  }
}
