package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pipelines take from libraries may have been compiled in any way. */
class ClassFileTest {
  private static final String STEPS =
      Compiling.IMPORTS
          + """
            public class Steps {
              @Step public String left() { return ""; }
              @Step public String right() { return ""; }
              @Step public long size(@Param("1") int size) { return size; }
              @Step public void use(Secret warehouse, String left, long count) {}
              @Step public void more(Secret warehouse, StepContext context) {}
            }
            """;

  private static final String EXPLICIT =
      Compiling.IMPORTS
          + """
            public class Steps {
              @Step public String left() { return ""; }
              @Step public String right() { return ""; }
              @Step public long size(@Param(value = "1", name = "size") int size) { return size; }
              @Step public void use(
                  @SecretName("warehouse") Secret warehouse, @From("left") String left, long count) {}
            }
            """;

  @TempDir private Path folder;

  private static Compiling churn() {
    return Compiling.source(
        Compiling.IMPORTS
            + "@Pipeline(secrets = \"warehouse\", steps = Steps.class)\npublic class Churn {}");
  }

  @Test
  void namesOfParametersThatAreMissingAreOneError() {
    assertThat(
            churn()
                .withLibrary(folder, STEPS, "-g:none")
                .fails(
                    "[LS056] shop.Steps: The class file of 'Steps' lacks the names of its steps'"
                        + " parameters.",
                    "class Churn"))
        .contains("compile 'Steps' with -parameters (or with -g, which Eclipse's compiler wants)");
  }

  @Test
  void namesOfParametersAreReadWhereTheyAre() {
    // Eclipse's compiler reads names from what is there for debuggers, and nowhere else.
    churn()
        .withLibrary(folder.resolve("parameters"), STEPS, "-g:none", "-parameters")
        .onJavacAlone()
        .passes();
    churn().withLibrary(folder.resolve("debug"), STEPS, "-g").passes();
  }

  @Test
  void namesThatNothingDependsOnMayBeMissing() {
    churn().withLibrary(folder, EXPLICIT, "-g:none").passes();
  }

  @Test
  void aSchemaWithoutItsGeneratedClassIsNamed() {
    String text =
        Compiling.source(
                Compiling.IMPORTS
                    + """
                      @Pipeline(secrets = "creds")
                      public class Churn {
                        @Step void load(DbCreds creds) {}
                      }
                      """)
            .withLibrary(
                folder,
                Compiling.IMPORTS + "@SecretSchema public interface DbCreds { String a(); }")
            .fails("[LS099] DbCreds was compiled without lockstep-processor.", "creds)");
    assertThat(text)
        .contains("There is no shop.DbCredsSchema")
        .contains("add dev.lockstep:lockstep-processor to the annotation processors");
  }
}
