package dev.lockstep.testing.conformance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Hears what is logged by {@code java.util.logging} while it is open, at every level: by the JDK's
 * own clients, by clients of providers, and by whatever else has no level of its own.
 *
 * <pre>{@code
 * try (EverythingLogged log = new EverythingLogged()) {
 *   secrets.get("db");
 *   assertTrue(log.texts().stream().noneMatch(text -> text.contains("hunter2")));
 * }
 * }</pre>
 */
public final class EverythingLogged implements AutoCloseable {
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final Handler handler = new Hearing(texts);
  private final Logger root = Logger.getLogger("");
  private final @Nullable Level before = root.getLevel();

  /** Begins to hear. */
  public EverythingLogged() {
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    root.setLevel(Level.ALL);
  }

  /**
   * What was logged up to now: the logger's name, the message, and what was thrown, if anything.
   */
  public List<String> texts() {
    return List.copyOf(texts);
  }

  /** Gives the log the level back that it had. */
  @Override
  public void close() {
    root.setLevel(before);
    root.removeHandler(handler);
  }

  private static final class Hearing extends Handler {
    private final List<String> texts;
    private final Formatter formatter = new SimpleFormatter();

    Hearing(List<String> texts) {
      this.texts = texts;
    }

    @Override
    public void publish(LogRecord logged) {
      String text = logged.getLoggerName() + ": " + formatter.formatMessage(logged);
      Throwable thrown = logged.getThrown();
      texts.add(thrown == null ? text : text + " " + thrown);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
