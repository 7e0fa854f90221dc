package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every diagnostic is documented and tested. */
class CatalogueTest {
  private static final Path PAGES = Path.of("..", "docs", "diagnostics");

  @Test
  void identifiersAndNamesAreDifferent() {
    assertThat(Arrays.stream(Diagnostic.values()).map(Diagnostic::id)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(Diagnostic.values()).map(Diagnostic::slug)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Diagnostic.class)
  void everyDiagnosticHasAPageWithItsHead(Diagnostic diagnostic) throws IOException {
    Path page = PAGES.resolve(diagnostic.id() + ".md");

    assertThat(page).exists();
    assertThat(Files.readString(page)).startsWith(head(diagnostic));
    assertThat(Files.readString(page)).contains("```java").contains("[" + diagnostic.id() + "]");
  }

  @Test
  void thereIsNoPageOfSomethingElse() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> String.valueOf(page.getFileName())))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("README.md", "peers.md"),
                      Arrays.stream(Diagnostic.values()).map(d -> d.id() + ".md"))
                  .toList());
    }
  }

  @Test
  void theIndexListsThemAll() throws IOException {
    StringBuilder index = new StringBuilder();
    for (Diagnostic diagnostic : Diagnostic.values()) {
      index
          .append("| [" + diagnostic.id() + "](" + diagnostic.id() + ".md) | ")
          .append(diagnostic.severity().name().toLowerCase(Locale.ROOT))
          .append(" | `" + diagnostic.slug() + "` | " + diagnostic.title() + " |\n");
    }
    assertThat(Files.readString(PAGES.resolve("README.md"))).endsWith(index.toString());
  }

  @Test
  void theTableOfWarningsListsThemAllAndSaysWhenToSilenceThem() throws IOException {
    String index = Files.readString(PAGES.resolve("README.md"));
    String table = index.substring(index.indexOf("## Warnings"), index.indexOf("## All"));
    List<String> rows = table.lines().filter(line -> line.startsWith("| [")).toList();
    List<Diagnostic> warnings =
        Arrays.stream(Diagnostic.values()).filter(d -> d.severity() == Severity.WARNING).toList();

    assertThat(rows).hasSameSizeAs(warnings);
    for (int i = 0; i < rows.size(); i++) {
      Diagnostic warning = warnings.get(i);
      assertThat(rows.get(i))
          .startsWith("| [" + warning.id() + "](" + warning.id() + ".md) | ")
          .contains(" | `" + warning.slug() + "` | " + warning.title() + " | ")
          .matches(".* \\| [a-z][^|]+ \\|");
    }
  }

  @ParameterizedTest
  @EnumSource(Diagnostic.class)
  void thePageOfAWarningSaysHowToSilenceIt(Diagnostic diagnostic) throws IOException {
    String sentence =
        "\nA warning. `@SuppressWarnings(\"lockstep:"
            + diagnostic.slug()
            + "\")` on the element or on one around it silences it.\n";
    String page = Files.readString(PAGES.resolve(diagnostic.id() + ".md"));

    assertThat(page.endsWith(sentence)).isEqualTo(diagnostic.severity() == Severity.WARNING);
  }

  @ParameterizedTest
  @EnumSource(value = Diagnostic.class, mode = EnumSource.Mode.EXCLUDE, names = "INTERNAL")
  void everyDiagnosticIsTested(Diagnostic diagnostic) throws IOException {
    try (Stream<Path> files =
        Files.walk(Path.of("src", "test", "java"))
            .filter(file -> file.toString().endsWith(".java"))) {
      List<Path> tests = files.toList();
      assertThat(tests).anyMatch(file -> read(file).contains("[" + diagnostic.id() + "]"));
    }
  }

  private static String head(Diagnostic diagnostic) {
    return "# " + diagnostic.id() + ": " + diagnostic.title() + "\n";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
