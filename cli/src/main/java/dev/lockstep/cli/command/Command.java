package dev.lockstep.cli.command;

import dev.lockstep.cli.host.Host;
import picocli.CommandLine.Model.CommandSpec;

/** A command: what it accepts, and what it does. */
public abstract non-sealed class Command implements Node {
  /** Adds the command's description, options and positional parameters. */
  protected abstract void describe(CommandSpec spec);

  /**
   * Does it.
   *
   * @return an {@link ExitCode}
   * @throws Exception any; the dispatcher makes a message and an exit code of it
   */
  protected abstract int run(Arguments arguments, Host host) throws Exception;

  /**
   * What the help says below everything else, when that depends on other arguments. It must neither
   * fail nor need what may be missing.
   */
  protected String furtherHelp(Arguments arguments, Host host) {
    return "";
  }

  /** Whether arguments that {@link #describe} does not know are for the command to judge. */
  protected boolean takesUnknownArguments() {
    return false;
  }

  /** Whether everything after the first positional argument is passed on as it is. */
  protected boolean passesOnRest() {
    return false;
  }
}
