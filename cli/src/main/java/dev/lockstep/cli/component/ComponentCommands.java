package dev.lockstep.cli.component;

import dev.lockstep.cli.command.CommandGroup;
import dev.lockstep.cli.command.Node;
import dev.lockstep.stack.ComponentType;

/** The commands for one type of stack component, such as {@code lockstep secrets-manager}. */
public final class ComponentCommands extends CommandGroup {
  private final ComponentType type;

  public ComponentCommands(ComponentType type) {
    super(
        "The " + type.noun() + " of a stack is one of these components.",
        child("register", "Set up a new " + type.noun()),
        child("list", "List what is set up"),
        child("update", "Change attributes"),
        child("delete", "Forget one, after asking"));
    this.type = type;
  }

  @Override
  protected Node open(String name) {
    return switch (name) {
      case "register" -> new RegisterComponent(type);
      case "list" -> new ListComponents(type);
      case "update" -> new UpdateComponent(type);
      case "delete" -> new DeleteComponent(type);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
