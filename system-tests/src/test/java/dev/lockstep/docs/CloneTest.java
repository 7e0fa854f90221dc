package dev.lockstep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody reads first is true for somebody who has nothing but a clone, a JDK and Maven. It
 * takes minutes and fills Maven's local repository, so {@code .ci/readme} runs it and nobody else.
 */
@EnabledIfSystemProperty(named = "lockstep.clone", matches = "true")
class CloneTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static Path clone;

  @TempDir private Path folder;

  @BeforeAll
  static void cloneTheRepository(@TempDir Path shared) throws IOException, InterruptedException {
    clone = shared.resolve("lockstep");
    Process git =
        new ProcessBuilder("git", "clone", "-q", ROOT.toString(), clone.toString())
            .inheritIO()
            .start();
    assertThat(git.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(git.exitValue()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "examples/warehouse/README.md",
        "examples/custom-secrets-manager/README.md",
        "docs/tutorial.md"
      })
  void aPageIsTrueForACloneToo(String name) throws Exception {
    Reader reader = Reader.inClone(clone, folder);

    // Whoever runs this runs the tests elsewhere.
    assertThat(reader.follow(Page.read(clone, name), CloneTest::isTheTestCommand)).isEmpty();
  }

  private static boolean isTheTestCommand(Block block) {
    return block.lines().equals(List.of("mvn verify"));
  }
}
