package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page about the annotations says what their sources say. {@code -Dlockstep.regenerate=true}
 * writes it anew.
 */
final class AnnotationsPageTest {
  private static final Path PAGE = Path.of("../docs/reference/annotations.md");
  private static final Path SOURCES = Path.of("../annotations/src/main/java/dev/lockstep");

  /** Whoever reads the page from above meets them in this order. */
  private static final List<String> FIRST =
      List.of("Pipeline", "Step", "Param", "From", "Each", "SecretSchema", "Key", "SecretName");

  @Test
  void thePageShowsEveryAnnotation() throws IOException {
    String generated =
        """
        # The annotations

        Written by the build from their sources. What happens when they contradict each other, or the code, is said by
        [the compiler's messages](../diagnostics/README.md).

        """
            + AnnotationReference.of(sources()).stripTrailing()
            + "\n";
    if (Boolean.getBoolean("lockstep.regenerate")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, generated);
    }

    assertThat(PAGE).content().isEqualTo(generated);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files
          .filter(file -> !file.endsWith("package-info.java"))
          .sorted(
              Comparator.<Path>comparingInt(AnnotationsPageTest::place)
                  .thenComparing(Path::toString))
          .toList();
    }
  }

  private static int place(Path source) {
    int place = FIRST.indexOf(source.getFileName().toString().replace(".java", ""));
    return place < 0 ? FIRST.size() : place;
  }
}
