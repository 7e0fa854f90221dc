package dev.lockstep.cli.stack;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.stack.ActiveStack;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.StackException;

/** Keeps the stack that is active in this folder and shell from being deleted. */
final class ActiveHere {
  private ActiveHere() {}

  static void refuse(String name, State state, Host host, Configuration configuration) {
    ActiveStack active;
    try {
      active = state.activeStack(null, configuration);
    } catch (StackException e) {
      if (e.reason() == StackException.Reason.UNKNOWN) {
        return; // Another one is named here, which does not exist.
      }
      throw e;
    }
    if (active.stack().name().equals(name)) {
      throw CommandException.usage(
          "The stack '"
              + name
              + "' is the active one here, named by "
              + active.source()
              + ". Fix: "
              + (active.source().equals(ActiveStack.VARIABLE)
                  ? "unset " + ActiveStack.VARIABLE + ", or set it to another stack."
                  : "make another one active first: lockstep stack set NAME"));
    }
  }
}
