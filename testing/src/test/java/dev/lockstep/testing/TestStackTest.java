package dev.lockstep.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.run.UsageException;
import dev.lockstep.secret.SecretNotFoundException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.ChurnRunner;
import shop.EncodedRunner;
import shop.FragileRunner;

class TestStackTest {
  private static final Map<String, String> WAREHOUSE =
      Map.of("url", "db:test", "username", "reader", "password", "open sesame");

  private static TestStack churnStack() {
    return new TestStack()
        .secret("warehouse", "warehouse", WAREHOUSE)
        .secret("smtp", "arbitrary", Map.of("smtp_password", "mail me not"));
  }

  @Test
  void twoStacksShareNothing() {
    try (TestStack one = churnStack();
        TestStack other = churnStack()) {
      RunRecord run = one.run(ChurnRunner.PIPELINE);
      other.secrets().deleteAll(false);

      assertThat(one.secrets().list()).containsExactly("smtp", "warehouse");
      assertThatThrownBy(() -> other.events(run))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(run.id());
      assertThatThrownBy(() -> other.output(run, "count", int.class))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void nothingIsWrittenToAHome() {
    try (TestStack stack = churnStack()) {
      stack.check(ChurnRunner.PIPELINE);
      RunRecord run = stack.run(ChurnRunner.PIPELINE);
      stack.assertNoLeaks(run);

      assertThat(stack.home().root()).doesNotExist();
    }
  }

  @Test
  void whatOutputsWereUnpackedIntoIsDeletedWithTheStack() {
    Path report;
    try (TestStack stack = churnStack()) {
      RunRecord run = stack.run(ChurnRunner.PIPELINE);
      report = stack.output(run, "report", Path.class);
      assertThat(report).exists();
      assertThat(stack.<Path>output(run, "report", Path.class)).exists().isNotEqualTo(report);
    }
    assertThat(report).doesNotExist();
    assertThat(report.resolve("../..").normalize()).doesNotExist();
  }

  @Test
  void aClosedStackRunsNothing() {
    TestStack stack = churnStack();
    stack.close();
    assertThatThrownBy(() -> stack.run(ChurnRunner.PIPELINE))
        .isInstanceOf(IllegalStateException.class);
    stack.close();
  }

  @Test
  void anOutputThatIsNotThereIsExplained() {
    try (TestStack stack = churnStack()) {
      RunRecord run = stack.run(ChurnRunner.PIPELINE);
      assertThatThrownBy(() -> stack.output(run, "cuont", int.class))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "Run "
                  + run.id()
                  + " has no output 'cuont', only [load, split.lost, split.loyal, count, report, mail].");

      stack.secret("warehouse", "warehouse", Map.of("url", "x", "username", "y", "password", "no"));
      RunRecord failed = stack.run(ChurnRunner.PIPELINE);
      assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
      assertThatThrownBy(() -> stack.output(failed, "load", Object.class))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the step 'load' is failed: IllegalStateException: cannot log in");
      assertThatThrownBy(() -> stack.output(failed, "split", Object.class))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the step 'split' is skipped");
    }
  }

  @Test
  void outputsOfCustomMaterializersAreReadByThem() {
    try (TestStack stack = new TestStack()) {
      RunRecord run = stack.run(EncodedRunner.PIPELINE);
      assertThat(stack.output(run, "answer", int.class)).isEqualTo(42);
    }
  }

  @Test
  void wrongParametersAreRefused() {
    try (TestStack stack = churnStack()) {
      assertThatThrownBy(() -> stack.run(ChurnRunner.PIPELINE, Map.of("sinse", "2026-01-01")))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("since");
    }
  }

  @Test
  void messagesNameTheSecretsManagerOfTheStack() {
    try (TestStack stack = new TestStack()) {
      assertThatThrownBy(() -> stack.secrets().get("api"))
          .isInstanceOf(SecretNotFoundException.class)
          .hasMessage("Secrets manager 'default' has no secret 'api'.");
    }
  }

  @Test
  void whatAFailedAttemptStoredIsSearchedForLeaks() {
    try (TestStack stack = new TestStack()) {
      stack.secret("api", "arbitrary", Map.of("token", "tr0ub4dor"));
      RunRecord run = stack.run(FragileRunner.PIPELINE);

      assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(stack.output(run, "parts.first", String.class)).hasSize(5000);
      assertThat(stack.events(run)).hasAtLeastOneElementOfType(RunEvent.StepFailed.class);
      assertThatThrownBy(() -> stack.assertNoLeaks(run))
          .isInstanceOf(AssertionError.class)
          .hasMessage(
              "Run "
                  + run.id()
                  + " of 'fragile' leaks secrets:\n"
                  + "  key 'token' of secret 'api': artifact parts.first/value.txt, line 1, as it"
                  + " is");
    }
  }
}
