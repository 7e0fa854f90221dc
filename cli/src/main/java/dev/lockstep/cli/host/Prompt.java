package dev.lockstep.cli.host;

import java.io.Console;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Questions to the person at the terminal. They stand on standard error, so that redirected output
 * holds data only.
 */
public final class Prompt {
  private final Host host;

  public Prompt(Host host) {
    this.host = host;
  }

  /** Whether there is someone to ask. */
  @SuppressWarnings("SystemConsoleNull") // Null before JDK 22, and then without a terminal only.
  public boolean available() {
    return host.terminal().input() && host.terminal().error() && System.console() != null;
  }

  /**
   * Asks a question that is answered with yes or no; anything but yes is no.
   *
   * @throws CommandException when there is nobody to ask, or the answer is no
   */
  public void confirm(String question, String unchanged) {
    if (!available()) {
      throw CommandException.usage(
          "This asks before it changes anything, and there is no terminal to ask on. Give -y.");
    }
    host.messages().ask(question + " [y/N] ");
    String answer = console().readLine();
    if (answer == null) {
      host.messages().say("");
    }
    String given = answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT);
    if (!given.equals("y") && !given.equals("yes")) {
      throw CommandException.declined(unchanged);
    }
  }

  /** Asks for a text that is shown while it is typed; null at the end of input. */
  public @Nullable String line(String question) {
    host.messages().ask(question);
    return console().readLine();
  }

  /** Asks for a text that is not shown; null at the end of input. */
  public @Nullable String hidden(String question) {
    host.messages().ask(question);
    char[] typed = console().readPassword();
    if (typed == null) {
      return null;
    }
    String text = new String(typed);
    Arrays.fill(typed, ' ');
    return text;
  }

  @SuppressWarnings("SystemConsoleNull") // See above.
  private static Console console() {
    Console console = System.console();
    if (console == null) {
      throw new IllegalStateException("asked without a terminal");
    }
    return console;
  }
}
