package dev.lockstep.benchmark.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final List<Mistake> MISTAKES =
      List.of(
          new Mistake("private", "Steps", "LS021", "the method is private"),
          new Mistake("raw", "Steps", "LS024", "returns a raw type"));

  @Test
  void everyMistakeIsARowAndAMissingAnalogueADash() {
    Table table = new Table(MISTAKES);
    table.column("One", Map.of("private", "error, at the method"));

    assertThat(table.markdown())
        .endsWith(
            """
            ### Steps

            | | mistake | One |
            |---|---|---|
            | LS021 | the method is private | error, at the method |
            | LS024 | returns a raw type | – |""");
  }

  @Test
  void whoTellsIsCountedOnce() {
    Table table = new Table(MISTAKES);
    table.column("One", Map.of("private", "error, but at the type", "raw", "javac"));
    table.column("Two", Map.of("private", "warning, at the method", "raw", "run time"));

    assertThat(table.markdown())
        .startsWith(
            """
            | of 2 mistakes | One | Two |
            |---|---:|---:|
            | have an analogue | 2 | 2 |
            | the processor tells | 1 | 1 |
            | - in the right place |  | 1 |
            | - as an error | 1 |  |
            | it tells something else |  |  |
            | only javac tells | 1 |  |
            | only running tells |  | 1 |
            """);
  }

  @Test
  void anotherMessageIsNotCountedAsTheRightOne() {
    Table table = new Table(MISTAKES);
    table.column("One", Map.of("private", "error, at the method (LS999)"));

    assertThat(table.markdown())
        .contains("| the processor tells |  |")
        .contains("| - in the right place |  |")
        .contains("| it tells something else | 1 |");
  }
}
