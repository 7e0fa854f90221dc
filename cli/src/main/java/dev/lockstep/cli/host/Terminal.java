package dev.lockstep.cli.host;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which of the standard streams are a terminal.
 *
 * @param input whether someone can be asked
 * @param output whether data is read by a person
 * @param error whether messages are read by a person
 */
public record Terminal(boolean input, boolean output, boolean error) {
  /**
   * The property by which the launcher says what it found, as letters: {@code i}, {@code o}, {@code
   * e}. The shell knows for each stream and asks without a process; the JVM knows only whether
   * input and output are both terminals.
   */
  private static final String PROPERTY = "lockstep.terminal";

  private static final int DEFAULT_WIDTH = 80;

  static Terminal detect() {
    String found = System.getProperty(PROPERTY);
    if (found != null) {
      return new Terminal(found.contains("i"), found.contains("o"), found.contains("e"));
    }
    boolean both = isTerminal(System.console());
    return new Terminal(both, both, both);
  }

  /** The number of columns, asked for only when it matters: it takes a process to know. */
  public int width(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    int width = number(columns);
    if (width > 0) {
      return width;
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(Path.of("/dev/tty").toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      stty.waitFor(1, TimeUnit.SECONDS);
      width = number(size.substring(size.indexOf(' ') + 1).strip());
      return width > 0 ? width : DEFAULT_WIDTH;
    } catch (IOException e) {
      return DEFAULT_WIDTH;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return DEFAULT_WIDTH;
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      // Since JDK 22 there may be a console that is none, and a method that tells.
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
