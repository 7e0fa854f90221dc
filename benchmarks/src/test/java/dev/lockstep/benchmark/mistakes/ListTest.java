package dev.lockstep.benchmark.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of mistakes and the probes beside it. */
class ListTest {
  private static final Path FOLDER = Path.of("mistakes");

  private final List<Mistake> mistakes;

  ListTest() throws IOException {
    mistakes = Mistake.read(FOLDER.resolve("list.txt"));
  }

  @Test
  void noKeyIsListedTwice() {
    assertThat(mistakes).extracting(Mistake::key).doesNotHaveDuplicates();
  }

  @Test
  void everyMistakeIsGivenToLockstep() {
    assertThat(mistakes)
        .allSatisfy(
            mistake ->
                assertThat(FOLDER.resolve("lockstep").resolve(mistake.key() + ".java")).exists());
  }

  @Test
  void everyProbeBelongsToAMistake() throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      assertThat(all.map(Path::toString).filter(name -> name.endsWith(".java")))
          .allSatisfy(
              name ->
                  assertThat(mistakes)
                      .extracting(Mistake::key)
                      .contains(name.replaceFirst(".*/", "").replace(".java", "")));
    }
  }

  @Test
  void whatWasReadBelongsToAMistake() throws IOException {
    assertThat(mistakes)
        .extracting(Mistake::key)
        .containsAll(Read.cells(FOLDER.resolve("flytekit-java.txt")).keySet());
  }
}
