package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.metadata.RunRecord;
import dev.lockstep.testing.LockstepExtension;
import dev.lockstep.testing.TestStack;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code assertNoLeaks} finds. */
@ExtendWith(LockstepExtension.class)
class LeakyTest {
  private static final String TOKEN = "tr0ub4dor-t0ken";

  @Test
  void aReturnedSecretIsALeak(TestStack stack) {
    stack.secret("api", "arbitrary", Map.of("token", "tr0ub4dor-t0ken"));

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
        .hasMessageContaining("event run-started, parameters, note, line 1, as it is")
        .hasMessageContaining("artifact header/value.txt, line 2, as it is")
        .hasMessageContaining("artifact basic/value.bin, line 1, in base64")
        .hasMessageContaining("name of artifact file/***.txt, line 1, as it is")
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
