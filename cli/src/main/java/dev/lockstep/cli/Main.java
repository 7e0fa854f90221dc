package dev.lockstep.cli;

import dev.lockstep.cli.command.Dispatcher;
import dev.lockstep.cli.host.Host;

/** The {@code lockstep} command. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String... arguments) {
    System.exit(new Dispatcher(new TopLevel(), Host.ofProcess()).run(arguments));
  }
}
