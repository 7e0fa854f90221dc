package dev.lockstep.orchestrator.local;

import dev.lockstep.metadata.Failure;
import dev.lockstep.orchestrator.StepResult;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One attempt on a thread that other attempts use too. An interrupt reaches this attempt or nobody:
 * also when it comes before the thread has begun, and never when it has gone on to another one.
 */
final class StepTask implements Runnable {
  private final String step;
  private final Supplier<StepResult> work;
  private final Consumer<StepResult> done;
  private @Nullable Thread thread;
  private boolean interrupted;

  StepTask(String step, Supplier<StepResult> work, Consumer<StepResult> done) {
    this.step = step;
    this.work = work;
    this.done = done;
  }

  @Override
  public void run() {
    begin(Thread.currentThread());
    StepResult result;
    try {
      result = work.get();
    } catch (Throwable e) {
      // The work answers with results; anything thrown is a fault of ours, and the step must end.
      result =
          new StepResult.Failed(
              Map.of(), new Failure(e.getClass().getSimpleName(), "internal error", ""));
    } finally {
      end();
    }
    done.accept(result);
  }

  synchronized void interrupt() {
    interrupted = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private synchronized void begin(Thread current) {
    thread = current;
    current.setName(StepThreadNames.of(step));
    if (interrupted) {
      current.interrupt();
    }
  }

  private synchronized void end() {
    thread = null;
    Thread.interrupted();
  }
}
