package dev.lockstep.azure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged while it is open, at every level. */
final class EverythingLogged extends Handler implements AutoCloseable {
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();

  EverythingLogged() {
    setLevel(Level.ALL);
    root.addHandler(this);
    root.setLevel(Level.ALL);
  }

  List<String> texts() {
    return texts;
  }

  @Override
  public void publish(LogRecord logged) {
    texts.add(logged.getLoggerName() + ": " + logged.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.setLevel(before);
    root.removeHandler(this);
  }
}
