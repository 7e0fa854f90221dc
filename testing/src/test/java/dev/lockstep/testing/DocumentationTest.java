package dev.lockstep.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for users shows nothing that is not compiled and run here. */
class DocumentationTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyCodeBlockIsPartOfATest() throws IOException {
    String page = Files.readString(Path.of("../docs/testing.md"));
    List<String> blocks =
        JAVA_BLOCK.matcher(page).results().map(MatchResult::group).map(this::lines).toList();
    List<String> sources;
    try (Stream<Path> own = Files.walk(Path.of("src/test/java"));
        Stream<Path> example =
            Files.walk(Path.of("../examples/custom-secrets-manager/src/test/java"));
        Stream<Path> integrations = Files.walk(Path.of("../integrations"))) {
      sources =
          Stream.of(own, example, integrations)
              .flatMap(files -> files)
              .filter(file -> file.toString().endsWith(".java"))
              .map(this::source)
              .toList();
    }

    assertThat(blocks).hasSizeGreaterThan(5);
    assertThat(blocks)
        .allSatisfy(block -> assertThat(sources).anyMatch(source -> source.contains(block)));
  }

  private String source(Path file) {
    try {
      return lines(Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The lines of code, without what formatting and Markdown add. */
  private String lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("```"))
        .reduce("", (all, line) -> all + line + "\n");
  }
}
