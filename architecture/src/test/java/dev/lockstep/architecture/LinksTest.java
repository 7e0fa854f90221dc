package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation links to is there, to the heading. */
final class LinksTest {
  static Stream<Path> documents() throws IOException {
    return Repository.documents();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadToSomething(Path document) throws IOException {
    assertThat(Document.read(document).deadLinks()).isEmpty();
  }

  /** A page that nothing links to is found by nobody. */
  @Test
  void everyPageIsLinkedFromAnother() throws IOException {
    List<Path> linked = new ArrayList<>();
    for (Path document : documents().toList()) {
      linked.addAll(Document.read(document).linkedFiles());
    }

    assertThat(linked).containsAll(documents().filter(LinksTest::isPage).toList());
  }

  /** A folder's README is reached by the folder, too. */
  private static boolean isPage(Path document) {
    return document.toString().contains("/docs/") && !document.endsWith("README.md");
  }

  @Test
  void aDeadLinkIsFound(@TempDir Path folder) throws IOException {
    Path document = folder.resolve("a.md");
    Files.writeString(
        document,
        """
        # One title: `code`, and more

        [good](a.md), [this](#one-title-code-and-more), [folder](.), [web](https://example.org/x)
        [file](b.md), [heading](a.md#two), `[code](c.md)`
        ```
        # two
        [block](d.md)
        ```
        """);

    assertThat(Document.read(document).deadLinks()).containsExactly("b.md", "a.md#two");
  }
}
