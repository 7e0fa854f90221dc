package dev.lockstep.processor;

import static dev.lockstep.processor.Compiling.expected;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {
  /** Another processor, which generates {@code shop.Late} in the first round. */
  static final class LateProcessor extends AbstractProcessor {
    private boolean done;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (Writer out = processingEnv.getFiler().createSourceFile("shop.Late").openWriter()) {
          out.write(
              "package shop; public class Late { public static final String NAME = \"late\"; }");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }

  @Test
  void aTypeThatAnotherProcessorGeneratesIsWaitedFor() {
    Compilation compilation =
        Compiling.pipeline(
                "@Step Late load() { return null; } @Step void use(List<Late> late, @From(\"load\") Late one) {}"
                    + " @Step List<Late> all() { return null; }")
            .withProcessors(new LateProcessor())
            .compile();

    assertThat(compilation.errors()).isEmpty();
    assertThat(Compiling.generated(compilation, "shop/ChurnRunner.java")).contains("Late output");
  }

  @Test
  void aTypeThatNobodyGeneratesIsLeftToTheCompiler() {
    Compilation compilation =
        Compiling.pipeline("@Step Never load() { return null; } @Step void use(String missing) {}")
            .compile();

    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT))
        .singleElement()
        .asString()
        .startsWith("cannot find symbol");
  }

  /** javac 17 keeps annotations that do not exist to itself. */
  @EnabledForJreRange(minVersion = 25)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Pipeline class A { @Step int a() { return 1; } @Stp int b(@From(\"a\") int x) { return 1; } }",
        "@Pipeline class A { @Step int a() { return 1; } @Stp int b() { return 1; } @Step void c(@From(\"b\") int x) {} }",
        "@Pipeline class A { @Stepp int a() { return 1; } }",
        "@Pipeline class A { @Step int a(@Parm(\"1\") int x) { return 1; } }",
        "@Pipeline class A { @Step int a() { return 1; } @Step int b() { return 1; } @Step void c(@Form(\"a\") int x) {} }",
        "@Pipeline(secrets = \"w\") class A { @Step int a(W w) { return 1; } } @SecretSchma interface W { String a(); }",
        "@Pipline class A { @Step int a(@Param(\"1\") int x) { return 1; } }",
        "@SecretSchma interface W { @Key(\"x\") String a(); }",
        "@SecretSchema interface W { @Kee(env = \"W_PATH\") String path(); }",
      })
  void aMisspeltAnnotationIsLeftToTheCompiler(String source) {
    Compilation compilation = Compiling.source(Compiling.IMPORTS + source).compile();

    assertThat(compilation.diagnostics())
        .extracting(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .singleElement()
        .asString()
        .startsWith("cannot find symbol");
  }

  @Test
  void anAnnotationThatNobodyHasHidesNoMistake() {
    Compilation compilation =
        Compiling.pipeline("@Step void use(@Nulable String missing) {}").compile();

    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT).substring(0, 7))
        .containsExactly("[LS012]", "cannot ");
  }

  @Test
  void aBrokenPipelineStillHasARunnerForTheCodeThatUsesIt() {
    Compiling.pipeline("@Step void use(String missing) {}")
        .and(
            Compiling.IMPORTS
                + """
                  class Uses {
                    CompiledPipeline pipeline = ChurnRunner.PIPELINE;
                    Schema<Odd> schema = new OddSchema();
                  }
                  """)
        .and(Compiling.IMPORTS + "@SecretSchema interface Odd { String ok(); List<String> bad(); }")
        .failsWith(expected("[LS085]", "bad()"), expected("[LS012]", "missing"));
  }

  @Test
  void aFindingInAClassFileIsReportedOnThePipelineThatIncludesIt() {
    Compiling.pipeline("@Pipeline(steps = dev.lockstep.processor.foreign.ForeignSteps.class)", "")
        .fails(
            "[LS025] dev.lockstep.processor.foreign.ForeignSteps: Step 'load' returns Object.",
            "class Churn");
  }

  /** The processor, with a compiler that refuses the first file that it writes. */
  private static final class FailingProcessor extends AbstractProcessor {
    private final LockstepProcessor processor = new LockstepProcessor();
    private boolean failed;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("dev.lockstep.*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      Filer filer = failing(Filer.class, environment.getFiler(), "createSourceFile", null);
      processor.init(failing(ProcessingEnvironment.class, environment, "getFiler", filer));
    }

    private <T> T failing(Class<T> type, T real, String method, @Nullable Object instead) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, called, arguments) -> {
                if (called.getName().equals(method)) {
                  if (instead != null) {
                    return instead;
                  }
                  if (!failed) {
                    failed = true;
                    throw new IllegalStateException("full");
                  }
                }
                return called.invoke(real, arguments);
              }));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      processor.process(annotations, round);
      return false;
    }
  }

  @Test
  void aFailureOfTheProcessorIsTheOnlyErrorOfTheCodeThatUsesTheRunner() {
    Compilation compilation =
        Compiling.source(
                Compiling.IMPORTS + "@Pipeline class Churn { @Step int a() { return 1; } }")
            .and(
                Compiling.IMPORTS
                    + "class Uses { ChurnRunner runner; CompiledPipeline p = ChurnRunner.PIPELINE; }")
            .onJavacAlone() // The processor here fails once, and would not fail for the other
            // compiler.
            .compileWith(List.of(new FailingProcessor(), new ClaimingProcessor()));

    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT))
        .singleElement()
        .asString()
        .startsWith(
            "[LS999] The processor failed on 'Churn': java.lang.IllegalStateException: full.");
  }
}
