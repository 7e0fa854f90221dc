package dev.lockstep.system;

import dev.lockstep.From;
import dev.lockstep.Isolation;
import dev.lockstep.Param;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Steps that fail, hang, and stand apart. */
@Pipeline
class Flaky {
  /** Opened by nobody: whoever waits for it waits until it is interrupted. */
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  @Step(retries = 2, backoff = "PT0.01S")
  int third(StepContext context) throws IOException {
    if (context.attempt() < 3) {
      throw new IOException("attempt " + context.attempt());
    }
    return context.attempt();
  }

  @Step
  String taken(int third) {
    return "third attempt: " + third;
  }

  @Step(timeout = "PT0.2S", retries = 1, backoff = "PT0.01S")
  String hangs() throws InterruptedException {
    NEVER.await();
    return "never";
  }

  @Step(timeout = "PT2S", isolation = Isolation.PROCESS)
  String hangsApart() {
    while (true) {
      Thread.onSpinWait(); // Hears no interrupt: only the end of its process stops it.
    }
  }

  @Step
  String needsHangs(String hangs) {
    return hangs;
  }

  @Step
  String needsNeedsHangs(String needsHangs) {
    return needsHangs;
  }

  @Step
  @SuppressWarnings("NullAway") // A user's mistake.
  String nothing() {
    return null;
  }

  record Halves(String left, String right) {}

  @Step
  @SuppressWarnings("NullAway") // A user's mistake.
  Halves halves() {
    return new Halves("left", null);
  }

  @Step
  @SuppressWarnings("NullAway") // A user's mistake.
  Halves noHalves() {
    return null;
  }

  @Step
  void takesHalves(@From("halves.left") String left, @From("noHalves.right") String right) {}

  @Step(isolation = Isolation.PROCESS)
  void exits() {
    System.exit(7);
  }

  @Step(timeout = "PT870000H", retries = 1, backoff = "PT870000H")
  void patient() {}

  /** Waits until it is killed, if it is told where to leave a sign that it began. */
  @Step
  void waits(@Param("") String sign) throws IOException, InterruptedException {
    if (!sign.isEmpty()) {
      Files.createFile(Path.of(sign));
      NEVER.await();
    }
  }
}
