package dev.lockstep.cli.command;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.stack.StackException;
import java.util.function.Supplier;

/**
 * Calls something with names that stand on the command line. When it is those names that are wrong,
 * the command was called wrongly; a broken configuration stays what it is.
 */
public final class GivenNames {
  private GivenNames() {}

  /** Calls it. */
  public static <T> T check(Supplier<T> call) {
    try {
      return call.get();
    } catch (StackException e) {
      throw switch (e.reason()) {
        case UNKNOWN, EXISTS, IN_USE, INVALID ->
            CommandException.usage(String.valueOf(e.getMessage()));
        case MALFORMED, UNAVAILABLE -> e;
      };
    }
  }
}
