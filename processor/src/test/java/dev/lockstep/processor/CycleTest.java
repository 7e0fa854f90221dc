package dev.lockstep.processor;

import static dev.lockstep.processor.Compiling.expected;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CycleTest {
  @Test
  void aCycleIsReportedOnceOnTheParameterThatClosesIt() {
    String text =
        Compiling.pipeline(
                """
                @Step Model a(Matrix m) { return null; }
                @Step Features b(Model n) { return null; }
                @Step Matrix c(Features f) { return null; }
                """)
            .fails("[LS014] Step 'b' waits for itself.", "n)");
    assertThat(text)
        .contains("'a' takes 'm' from 'c'; 'c' takes 'f' from 'b'; 'b' takes 'n' from 'a'.");
  }

  @Test
  void aStepThatNeedsItsOwnOutputIsAnError() {
    Compiling.pipeline("@Step Model a(Model m) { return null; }")
        .fails("[LS015] Step 'a' needs its own output 'a' as 'm'.", "m)");
    Compiling.pipeline("@Step Model a(@From(\"a\") Model m) { return null; }")
        .fails("[LS015]", "m)");
  }

  @Test
  void cyclesThatShareAStepAreOneAndOthersAreNot() {
    Compiling.pipeline(
            """
            @Step Model a(Matrix m, Features f) { return null; }
            @Step Matrix b(Model toB) { return null; }
            @Step Features c(Model toC) { return null; }
            """)
        .fails("[LS014] Step 'b' waits for itself.", "toB");
    Compiling.pipeline(
            """
            @Step Model a(Matrix m) { return null; }
            @Step Matrix b(Model toB) { return null; }
            @Step String c(Features f) { return null; }
            @Step Features d(String toD) { return null; }
            """)
        .failsWith(
            expected("[LS014] Step 'b' waits for itself.", "toB"),
            expected("[LS014] Step 'd' waits for itself.", "toD"));
  }

  @Test
  void aCycleDoesNotNameTheStepsThatLeadToIt() {
    assertThat(
            Compiling.pipeline(
                    """
                    @Step void start(Model first) {}
                    @Step Model a(Matrix second) { return null; }
                    @Step Matrix b(Model third) { return null; }
                    """)
                .fails("[LS014] Step 'b' waits for itself.", "third"))
        .contains("'a' takes 'second' from 'b'; 'b' takes 'third' from 'a'.")
        .doesNotContain("start");
  }
}
