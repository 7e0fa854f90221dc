package dev.lockstep.run.console;

import dev.lockstep.orchestrator.local.StepThreadNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out whether the process is ending because a step asked for it. */
final class ExitCalls {
  private ExitCalls() {}

  /** The step whose thread is inside {@code System.exit}, or null. */
  static @Nullable String step() {
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      String step = StepThreadNames.step(entry.getKey().getName());
      if (step != null) {
        for (StackTraceElement frame : entry.getValue()) {
          if (frame.getClassName().equals("java.lang.Runtime")
              && frame.getMethodName().equals("exit")) {
            return step;
          }
        }
      }
    }
    return null;
  }
}
