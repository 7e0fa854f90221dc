package dev.lockstep.run.console;

import dev.lockstep.stack.Passphrases;
import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Asks the person who started the runner, if a person did, at a terminal. */
final class ConsolePrompt implements Passphrases.Prompt {
  private final boolean terminal;

  ConsolePrompt(boolean terminal) {
    this.terminal = terminal;
  }

  @Override
  @SuppressWarnings("SystemConsoleNull") // See ProcessOutput: null where there is no terminal.
  public @Nullable String hidden(String question) {
    Console console = terminal ? System.console() : null;
    if (console == null) {
      return null;
    }
    char[] typed = console.readPassword("%s", question);
    return typed == null ? "" : new String(typed);
  }
}
