package dev.lockstep.cli;

import dev.lockstep.cli.command.CommandGroup;

/** Gives tests in other packages the table. */
public final class Commands {
  private Commands() {}

  public static CommandGroup top() {
    return new TopLevel();
  }
}
