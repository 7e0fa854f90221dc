package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.metadata.Failure;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.testing.LockstepExtension;
import dev.lockstep.testing.TestStack;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code assertNoLeaks} finds. */
@ExtendWith(LockstepExtension.class)
class LeakyTest {
  /** So short that the run itself does not refuse to store it. */
  private static final String TOKEN = "t0k3n";

  @Test
  void aStepThatReturnsASecretFails(TestStack stack) {
    stack.secret("api", "arbitrary", Map.of("token", "tr0ub4dor-t0ken"));

    RunRecord run = stack.run(HeaderRunner.PIPELINE);

    Failure failure = Objects.requireNonNull(run.step("authorization").failure());
    assertTrue(failure.message().contains("it holds the value of key 'token' of secret 'api'"));
    stack.assertNoLeaks(run);
  }

  @Test
  void aShortSecretThatIsReturnedIsFound(TestStack stack) {
    stack.secret("api", "arbitrary", Map.of("token", "t0k3n"));

    RunRecord run = stack.run(HeaderRunner.PIPELINE);

    AssertionError error = assertThrows(AssertionError.class, () -> stack.assertNoLeaks(run));
    assertEquals(
        "Run "
            + run.id()
            + " of 'header' leaks secrets:\n"
            + "  key 'token' of secret 'api': artifact authorization/value.txt, line 2, as it is",
        error.getMessage());
  }

  @Test
  void everyPlaceIsNamedAndNoValueShown(TestStack stack) {
    stack.secret("api", "arbitrary", Map.of("token", TOKEN));
    RunRecord run = stack.run(LeakyRunner.PIPELINE, Map.of("note", TOKEN));

    AssertionError error = assertThrows(AssertionError.class, () -> stack.assertNoLeaks(run));

    assertThat(error)
        .hasMessageStartingWith("Run " + run.id() + " of 'leaky' leaks secrets:")
        .hasMessageContaining("event step-succeeded of step 'file', outputs, files, name, line 1")
        .hasMessageContaining("artifact header/value.txt, line 2, as it is")
        .hasMessageContaining("artifact basic/value.bin, line 1, in base64")
        .hasMessageContaining("name of artifact file/***.txt, line 1, as it is")
        .hasMessageNotContaining("run-started")
        .hasMessageNotContaining("step-logged")
        .hasMessageNotContaining(TOKEN);
  }

  @Test
  void aValueThatWasRotatedOrDeletedSinceIsLookedForToo(TestStack stack) {
    stack.secret("api", "arbitrary", Map.of("token", TOKEN));
    RunRecord run = stack.run(LeakyRunner.PIPELINE);
    stack.secret("api", "arbitrary", Map.of("token", "another-t0ken"));
    stack.secrets().delete("api");

    assertThat(assertThrows(AssertionError.class, () -> stack.assertNoLeaks(run)))
        .hasMessageContaining("artifact header/value.txt");
  }

  @Test
  void secretsOfOtherPipelinesAreNotLookedFor(TestStack stack) {
    stack.secret("api", "arbitrary", Map.of("token", TOKEN));
    stack.secret("other", "arbitrary", Map.of("word", "Authorization"));
    RunRecord run = stack.run(LeakyRunner.PIPELINE);

    assertThat(assertThrows(AssertionError.class, () -> stack.assertNoLeaks(run)))
        .hasMessageNotContaining("'other'");
  }
}
