package dev.lockstep.run;

import dev.lockstep.metadata.Failure;
import dev.lockstep.redact.Redactor;
import org.jspecify.annotations.Nullable;

/** Makes of what a step threw what may be kept and shown of it. */
final class Failures {
  /** A failure's text is cut here: a record of a run is no place for a page of output. */
  private static final int LONGEST_MESSAGE = 4000;

  private static final int MOST_CAUSES = 5;
  private static final int MOST_FRAMES = 30;

  private Failures() {}

  /**
   * Describes a failure.
   *
   * @param runner the generated class: frames from its call on are ours and are left out
   */
  static Failure of(Throwable thrown, Class<?> runner, Redactor redactor) {
    String message = thrown.getMessage();
    return new Failure(
        thrown instanceof StepException ? "step" : thrown.getClass().getSimpleName(),
        redactor.redact(cut(message == null ? "" : message)),
        thrown instanceof StepException && thrown.getCause() == null
            ? ""
            : redactor.redact(trace(thrown, runner.getName())));
  }

  private static String trace(Throwable thrown, String runner) {
    StringBuilder trace = new StringBuilder();
    Throwable current = thrown;
    for (int i = 0; current != null && i < MOST_CAUSES; i++) {
      String message = current.getMessage();
      trace
          .append(i == 0 ? "" : "Caused by: ")
          .append(current.getClass().getName())
          .append(message == null ? "" : ": " + cut(message))
          .append('\n');
      appendFrames(current.getStackTrace(), runner, trace);
      current = cause(current);
    }
    return trace.toString().stripTrailing();
  }

  private static void appendFrames(StackTraceElement[] frames, String runner, StringBuilder trace) {
    int count = 0;
    for (StackTraceElement frame : frames) {
      if (frame.getClassName().equals(runner)) {
        return;
      }
      if (++count > MOST_FRAMES) {
        trace.append("    ...\n");
        return;
      }
      trace.append("    at ").append(frame).append('\n');
    }
  }

  private static @Nullable Throwable cause(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause == thrown ? null : cause;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "...";
  }
}
