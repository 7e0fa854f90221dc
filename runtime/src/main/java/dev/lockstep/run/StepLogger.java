package dev.lockstep.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * The logger of one attempt. It hands finished lines on and needs no logging framework, none of
 * which could start as fast as a step.
 */
final class StepLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;

  /** Takes the lines. */
  interface Sink {
    void log(String level, String message);
  }

  private final transient Sink sink;

  StepLogger(String step, Sink sink) {
    this.name = step;
    this.sink = sink;
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return true;
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      @Nullable String message,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    String text =
        arguments == null
            ? String.valueOf(message)
            : MessageFormatter.basicArrayFormat(message, arguments);
    if (thrown != null) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace, true));
      text = text + System.lineSeparator() + trace.toString().stripTrailing();
    }
    sink.log(level.name(), text);
  }
}
