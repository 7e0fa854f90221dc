package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.State;
import dev.lockstep.stack.ActiveStack;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import java.util.Optional;

/**
 * The component of a type that the stack in use has.
 *
 * @param component the component
 * @param stack the stack, and what makes it the one in use
 */
record ActiveComponent(Component component, ActiveStack stack) {
  /** Finds it, by {@code --stack} or the active stack. */
  static ActiveComponent of(
      ComponentType type, Arguments arguments, State state, Configuration configuration) {
    ActiveStack active = state.activeStack(arguments.text("--stack"), configuration);
    Optional<String> name = active.stack().component(type);
    if (name.isEmpty()) {
      throw CommandException.stack(
          "The stack '"
              + active.stack().name()
              + "' has no "
              + type.noun()
              + ".\n  Fix: lockstep stack update "
              + active.stack().name()
              + " --"
              + type.label()
              + " NAME");
    }
    return new ActiveComponent(configuration.component(type, name.get()), active);
  }
}
