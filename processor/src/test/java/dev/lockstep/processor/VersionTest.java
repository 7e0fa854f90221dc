package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionTest {
  @TempDir private Path folder;

  @Test
  void annotationsOfAnotherVersionAreOneErrorForTheWholeCompilation() {
    String text =
        Compiling.pipeline("@Step void a() {}")
            .and(Compiling.IMPORTS + "@Pipeline class Other { @Step void a() {} }")
            .withLibrary(
                folder,
                JavaFileObjects.forSourceString(
                    "dev.lockstep.AnnotationsVersion",
                    "package dev.lockstep; class AnnotationsVersion {"
                        + " static final String VERSION = \"0.0.7\"; }"),
                "-proc:none")
            .fails("[LS058] The annotations and the processor of Lockstep", "interface Warehouse");
    assertThat(text)
        .contains("dev.lockstep:lockstep-annotations, on the class path, is 0.0.7")
        .contains(
            "dev.lockstep:lockstep-processor, which compiles it, is " + ProcessorVersion.VERSION);
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(ProcessorVersion.VERSION).matches("[0-9]+\\.[0-9]+\\.[0-9]+(-.+)?");
  }
}
