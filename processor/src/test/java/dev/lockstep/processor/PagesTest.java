package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.lockstep.processor.report.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages are true: the wrong code gives exactly the diagnostics that are shown, on those lines
 * and columns, and the mended code gives none. {@code -Dlockstep.regenerate=true} writes the
 * diagnostics anew.
 */
class PagesTest {
  /** Of modules, which take jars to show; and where no code is wrong, but the processor. */
  private static final Set<String> NOT_TO_BE_SHOWN = Set.of("LS109", "LS110", "LS999");

  private static final String WITHOUT_RUNTIME = "package shop;\n\nimport dev.lockstep.*;\n\n";

  @TempDir private Path folder;

  static Stream<String> pages() {
    return Arrays.stream(Diagnostic.values())
        .map(Diagnostic::id)
        .filter(id -> !NOT_TO_BE_SHOWN.contains(id));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theWrongCodeGivesExactlyWhatIsShown(String id) throws IOException {
    Page page = Page.read(id);
    Snippet code = wrong(id, page.wrong());

    String printed = printed(code, wrong(id, code));

    assertThat(printed).contains("[" + id + "]");
    if (Boolean.getBoolean("lockstep.regenerate")) {
      page.write(printed);
    } else {
      assertThat(page.message()).isEqualTo(printed);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theMendedCodeGivesNothing(String id) throws IOException {
    Page page = Page.read(id);
    Compiling mended =
        page.language().equals("java")
            ? Compiling.files(Snippet.of(page.mended()).filesWithTypes())
            : mended(id, Snippet.of(page.wrong()));

    mended.passes();
  }

  private static Snippet wrong(String id, String text) {
    return switch (id) {
      case "LS008" ->
          Snippet.of(text, Compiling.IMPORTS.replace("package shop;", "import shop.*;"));
      case "LS047" -> Snippet.of(text, WITHOUT_RUNTIME);
      default -> Snippet.of(text);
    };
  }

  /** Most mistakes are in the code; some are in what it is compiled with. */
  private Compiling wrong(String id, Snippet code) {
    return switch (id) {
      case "LS047" -> Compiling.files(code.files()).withoutRuntime();
      case "LS056" ->
          Compiling.files(without(code, "Reports"))
              .withLibrary(folder, code.file("Reports"), "-proc:none", "-g:none");
      case "LS057" ->
          Compiling.files(code.filesWithTypes())
              .and("package kotlin; public @interface Metadata {}");
      case "LS058" ->
          Compiling.files(code.files())
              .withLibrary(
                  folder,
                  JavaFileObjects.forSourceString(
                      "dev.lockstep.AnnotationsVersion",
                      "package dev.lockstep; class AnnotationsVersion {"
                          + " static final String VERSION = \"1.1.0\"; }"),
                  "-proc:none");
      case "LS099" ->
          Compiling.files(without(code, "DbCreds"))
              .withLibrary(folder, code.file("DbCreds"), "-proc:none");
      default -> Compiling.files(code.filesWithTypes());
    };
  }

  /** Where the code was right, it stays, and the rest is as the page says. */
  private Compiling mended(String id, Snippet code) {
    return switch (id) {
      case "LS047", "LS058" -> Compiling.files(code.filesWithTypes());
      case "LS056" ->
          Compiling.files(without(code, "Reports"))
              .withLibrary(folder, code.file("Reports"), "-proc:none", "-g:none", "-parameters")
              .onJavacAlone(); // Eclipse's compiler wants -g, see docs/compilers.md.
      case "LS099" ->
          Compiling.files(without(code, "DbCreds")).withLibrary(folder, code.file("DbCreds"));
      default -> throw new AssertionError("The mended code of " + id + " is no Java.");
    };
  }

  private static List<JavaFileObject> without(Snippet code, String library) {
    return code.filesWithTypes().stream()
        .filter(file -> !file.getName().endsWith("/" + library + ".java"))
        .toList();
  }

  private static String printed(Snippet code, Compiling compiling) {
    Compilation compilation = compiling.compile();
    return compilation.diagnostics().stream()
        .map(code::printed)
        .collect(Collectors.joining())
        // A page does not change with every release.
        .replace(ProcessorVersion.VERSION, "1.0.0");
  }
}
