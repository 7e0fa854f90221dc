package dev.lockstep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A checker that finds nothing would find every page good. */
class ExpectedTest {
  @Test
  void everyLineIsCompared() {
    assertThat(matches("a\nb", "a\nb")).isTrue();
    assertThat(matches("a", "a\nb")).isFalse();
    assertThat(matches("a\nb", "a")).isFalse();
    assertThat(matches("b\na", "a\nb")).isFalse();
    assertThat(matches("a.c", "abc")).isFalse();
    assertThat(matches("", "")).isTrue();
    assertThat(matches("a", "")).isFalse();
  }

  @Test
  void dotsStandForWhatVaries() {
    assertThat(matches("a\n...\nz", "a\nb\nc\nz")).isTrue();
    assertThat(matches("a\n...\nz", "a\nz")).isTrue();
    assertThat(matches("a\n...", "a\nb\nc")).isTrue();
    assertThat(matches("...\nz", "z\na")).isFalse();
    assertThat(matches("run ... took ... s", "run 1(2) took 3 s")).isTrue();
    assertThat(matches("run ... took ... s", "run 1 took 3 m")).isFalse();
  }

  @Test
  void aPageIsItsBlocks() {
    Page page =
        Page.of(
            "a.md",
            List.of(
                "Text",
                "```sh exit=3",
                "lockstep x",
                "```",
                "```yaml a/b.yaml",
                "k: v",
                "```",
                "```",
                "plain",
                "```"));
    assertThat(page.blocks())
        .containsExactly(
            new Block(3, "sh", "exit=3", List.of("lockstep x")),
            new Block(6, "yaml", "a/b.yaml", List.of("k: v")),
            new Block(9, "", "", List.of("plain")));
    assertThat(page.blocks().get(0).exitCode()).isEqualTo(3);
    assertThat(page.blocks().get(1).isFile()).isTrue();
    assertThat(page.blocks().get(2).isFile()).isFalse();
  }

  @Test
  void aCallThatFillsACellIsABlockOfCommands() {
    Page page =
        Page.of(
            "a.md",
            List.of(
                "| `zenml x` | `lockstep x` | like `lockstep y` |",
                "| | `echo a \\| lockstep z -` | |"));
    assertThat(page.blocks())
        .containsExactly(
            new Block(1, "sh", "", List.of("lockstep x")),
            new Block(2, "sh", "", List.of("echo a | lockstep z -")));
  }

  private static boolean matches(String shown, String printed) {
    return Expected.matches(shown.lines().toList(), printed.lines().toList());
  }
}
