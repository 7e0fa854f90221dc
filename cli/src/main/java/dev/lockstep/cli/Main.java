package dev.lockstep.cli;

import dev.lockstep.cli.command.Dispatcher;
import dev.lockstep.cli.host.Host;

/** The {@code lockstep} command. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String... arguments) {
    // Libraries of integrations log, and nobody has set up where to: that is no news for each user.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(new Dispatcher(new TopLevel(), Host.ofProcess()).run(arguments));
  }
}
