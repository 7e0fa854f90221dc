package dev.lockstep.run;

import dev.lockstep.metadata.Failure;
import dev.lockstep.redact.Redactor;
import java.util.concurrent.ExecutionException;
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
  static Failure of(Throwable caught, Class<?> runner, Redactor redactor) {
    Throwable thrown = unwrapped(caught, runner.getName());
    String message = thrown.getMessage();
    return new Failure(
        thrown instanceof StepException ? "step" : simpleName(thrown.getClass()),
        shown(message, redactor),
        // What stands around the step's code has said everything; its own frames help nobody.
        thrown instanceof StepException ? "" : trace(thrown, runner.getName(), redactor));
  }

  /** What the step threw, where the generated code had to wrap it. */
  private static Throwable unwrapped(Throwable caught, String runner) {
    Throwable cause = caught.getCause();
    StackTraceElement[] frames = caught.getStackTrace();
    if (caught instanceof ExecutionException
        && cause != null
        && frames.length > 0
        && frames[0].getClassName().equals(runner)) {
      return cause;
    }
    return caught;
  }

  private static String simpleName(Class<?> type) {
    return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
  }

  private static String trace(Throwable thrown, String runner, Redactor redactor) {
    StringBuilder trace = new StringBuilder();
    Throwable current = thrown;
    for (int i = 0; current != null && i < MOST_CAUSES; i++) {
      String message = current.getMessage();
      trace
          .append(i == 0 ? "" : "Caused by: ")
          .append(current.getClass().getName())
          .append(message == null ? "" : ": " + shown(message, redactor))
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

  /** Masked first and cut then: half a value would not be found. */
  private static String shown(@Nullable String message, Redactor redactor) {
    String text = redactor.redact(message == null ? "" : message);
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "...";
  }
}
