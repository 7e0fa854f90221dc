package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auto.value.processor.AutoValueProcessor;
import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users have other processors, whose types are there from the next round on, or change in this. */
class OtherProcessorsTest {
  private static final String LOMBOK =
      Compiling.IMPORTS
          + """
            import lombok.*;
            import lombok.extern.slf4j.Slf4j;
            @Slf4j
            @NoArgsConstructor
            @Pipeline(steps = Reports.class)
            public class Churn {
              @Value static class Customer { String name; int age; }
              @Data static class Score { private double value; }
              @Builder record Pair(Customer left, Score right) {}
              @Step Customer load() { log.info("loads"); return new Customer("Ada", 36); }
              @Step Score score(Customer load) {
                Score score = new Score(); score.setValue(load.getAge()); return score;
              }
              @Step Pair pair(Customer load, Score score) {
                return Pair.builder().left(load).right(score).build();
              }
            }
            @RequiredArgsConstructor
            class Reports {
              @Step void report(@From("pair.left") Churn.Customer customer) {}
            }
            """;

  @TempDir private Path folder;

  /** Lombok's own class is hidden in its jar; this one loads it. */
  private static Processor lombok() {
    try {
      return Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
          .asSubclass(Processor.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void classesThatLombokCompletesAreArtifactsAndPipelines(boolean lombokFirst) throws IOException {
    Build build = new Build(folder, Build.Tool.JAVAC).write("shop.Churn", LOMBOK);
    List<Processor> processors = new ArrayList<>(Compiling.ours());
    processors.add(lombokFirst ? 0 : processors.size(), lombok());

    build.compile(processors, List.of(), List.of("shop.Churn")).silently();

    assertThat(build.outputs().get("META-INF/lockstep/shop.Churn.json")).contains("\"pair\"");
    assertThat(build.outputs()).containsKey("shop/ChurnRunner.class");
  }

  @Test
  void aConstructorThatLombokAddsIsSeenOrNamed() throws IOException {
    Build build =
        new Build(folder, Build.Tool.JAVAC)
            .write(
                "shop.Churn",
                Compiling.IMPORTS
                    + """
                      @lombok.RequiredArgsConstructor
                      @Pipeline
                      public class Churn {
                        private final String name;
                        @Step int load() { return name.length(); }
                      }
                      """);
    List<Processor> processors = new ArrayList<>(Compiling.ours());
    processors.add(0, lombok());

    build.compile(processors, List.of(), List.of("shop.Churn"));

    assertThat(build.said())
        .singleElement()
        .asString()
        .startsWith("[LS005] Pipeline 'Churn' has no constructor without parameters");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aValueOfAutoValueIsAnArtifact(boolean generatedTypeIsNamed) {
    String type = generatedTypeIsNamed ? "AutoValue_Customer" : "Customer";
    Compilation compilation =
        Compiling.source(
                Compiling.IMPORTS
                    + """
                      @com.google.auto.value.AutoValue
                      abstract class Customer {
                        abstract String name();
                        static Customer of(String name) { return new AutoValue_Customer(name); }
                      }
                      """)
            .and(
                Compiling.IMPORTS
                    + """
                      @Pipeline
                      class Churn {
                        @Step %s load() { return null; }
                        @Step void use(Customer customer) {}
                      }
                      """
                        .formatted(type))
            .withProcessors(new AutoValueProcessor())
            .compile();

    assertThat(compilation.errors()).isEmpty();
    assertThat(Compiling.generated(compilation, "shop/ChurnRunner.java"))
        .contains(type + " output");
    assertThat(Compiling.generated(compilation, "META-INF/lockstep/pipelines"))
        .isEqualTo("shop.Churn churn\n");
  }

  /** Generates one source in each round, whatever is in it. */
  private static final class InRounds extends AbstractProcessor {
    private final List<String> names;
    private final List<String> texts;
    private int round;

    InRounds(List<String> names, List<String> texts) {
      this.names = names;
      this.texts = texts;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
      if (round < names.size()) {
        try (var out =
            processingEnv.getFiler().createSourceFile("shop." + names.get(round)).openWriter()) {
          out.write(Compiling.IMPORTS + texts.get(round));
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
        round++;
      }
      return false;
    }
  }

  @Test
  void schemasAndStepClassesThatAreGeneratedRoundByRoundAreWaitedFor() {
    Compilation compilation =
        Compiling.source(
                Compiling.IMPORTS
                    + """
                      @Pipeline(secrets = "late", steps = LateSteps.class)
                      class Churn {
                        @Step long load(Late late) { return 1; }
                      }
                      """)
            .withProcessors(
                new InRounds(
                    List.of("Late", "LateSteps", "LatePipeline"),
                    List.of(
                        "@SecretSchema interface Late { String key(); }",
                        "class LateSteps { @Step void use(long load) {} }",
                        "@Pipeline class LatePipeline { @Step int one() { return 1; } }")))
            .passes();

    assertThat(Compiling.generated(compilation, "META-INF/lockstep/shop.Churn.json"))
        .contains("\"use\"");
    assertThat(Compiling.generated(compilation, "shop/LateSchema.java")).contains("key");
    assertThat(Compiling.generated(compilation, "META-INF/lockstep/pipelines"))
        .isEqualTo("shop.Churn churn shop.LateSteps\nshop.LatePipeline late-pipeline\n");
  }

  @Test
  void whatIsGeneratedWronglyIsReportedWhereItIs() {
    Compilation compilation =
        Compiling.source(Compiling.IMPORTS + "class Nothing {}")
            .withProcessors(
                new InRounds(
                    List.of("Late"), List.of("@Pipeline class Late { @Step void a(int b) {} }")))
            .compile();

    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getMessage(Locale.ROOT)).startsWith("[LS012] Step 'a' needs");
              assertThat(error.getSource().getName()).contains("Late");
            });
  }

  @Test
  void nothingIsLeftWaitingInSilence() {
    assertThat(
            Compiling.source(
                    Compiling.IMPORTS
                        + "@Pipeline(steps = Never.class) class Churn { @Step int a() { return 1; } }")
                .withProcessors(new InRounds(List.of("Other"), List.of("class Other {}")))
                .compile()
                .errors())
        .singleElement()
        .satisfies(
            error -> assertThat(error.getMessage(Locale.ROOT)).startsWith("cannot find symbol"));
  }
}
