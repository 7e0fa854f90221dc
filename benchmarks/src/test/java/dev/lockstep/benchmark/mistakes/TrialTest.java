package dev.lockstep.benchmark.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tried with a processor that is compiled here, so that no contender has to be there. */
class TrialTest {
  private static final String SAYS =
      """
      // file says/Says.java
      package says;

      import javax.annotation.processing.*;
      import javax.lang.model.element.*;
      import javax.tools.Diagnostic;

      @SupportedAnnotationTypes("java.lang.Deprecated")
      public class Says extends AbstractProcessor {
        @Override
        public javax.lang.model.SourceVersion getSupportedSourceVersion() {
          return javax.lang.model.SourceVersion.latestSupported();
        }

        @Override
        public boolean process(
            java.util.Set<? extends TypeElement> types, RoundEnvironment round) {
          for (Element each : round.getElementsAnnotatedWith(Deprecated.class)) {
            if (each.getSimpleName().contentEquals("fails")) {
              throw new IllegalStateException("fails");
            }
            Diagnostic.Kind kind =
                each.getSimpleName().contentEquals("warns")
                    ? Diagnostic.Kind.WARNING
                    : Diagnostic.Kind.ERROR;
            processingEnv.getMessager().printMessage(kind, "said", each);
          }
          return false;
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void anErrorOnTheMarkedLineIsInTheRightPlace() throws IOException {
    assertThat(cell("class A { @Deprecated void a() {} } // here"))
        .isEqualTo("error, at the method");
  }

  @Test
  void anErrorOnAnotherLineIsSomewhereElse() throws IOException {
    assertThat(cell("@Deprecated class A {\n int a; // here\n }"))
        .isEqualTo("error, but at the type");
  }

  @Test
  void aWarningIsNoError() throws IOException {
    assertThat(cell("class A {\n @Deprecated int warns; // here\n }"))
        .isEqualTo("warning, at the field");
  }

  @Test
  void aProcessorThatThrowsShowsAStackTrace() throws IOException {
    assertThat(cell("class A { @Deprecated int fails; }")).isEqualTo("stack trace");
  }

  @Test
  void theCompilersOwnErrorIsNotTheProcessors() throws IOException {
    assertThat(cell("class A { Missing a; } // here")).isEqualTo("javac");
  }

  @Test
  void whatCompilesIsRun() throws IOException {
    String run = "package probe;\npublic class Run { public static void main() { %s } }";

    assertThat(cell(run.formatted(""))).isEqualTo("not caught");
    assertThat(cell(run.formatted("throw new IllegalStateException();"))).isEqualTo("run time");
  }

  @Test
  void aRunThatCannotBeStartedIsAMistakeOfTheProbe() {
    assertThatThrownBy(() -> cell("package probe;\npublic class Run {}"))
        .hasMessageContaining("main");
  }

  private String cell(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("probe.java"), text);
    return new Trial().of(peer(), Probe.read(file)).cell();
  }

  private Peer peer() throws IOException {
    Path source = Files.createDirectories(folder.resolve("src/says")).resolve("Says.java");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Files.writeString(source, SAYS);
    int result =
        javax.tools.ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
    assertThat(result).isZero();
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("javax.annotation.processing.Processor"), "says.Says");
    return new Peer("Says", "1", folder, List.of(classes), List.of(classes));
  }
}
