package dev.lockstep.cli.flavor;

import dev.lockstep.cli.command.CommandGroup;
import dev.lockstep.cli.command.Node;
import dev.lockstep.stack.ComponentType;

/** The commands for the flavors of one type of component. */
public final class FlavorCommands extends CommandGroup {
  private final ComponentType type;

  public FlavorCommands(ComponentType type) {
    super(
        "A flavor is a kind of " + type.noun() + ".",
        child("list", "List the flavors, and which are ready to use"),
        child("describe", "Show the attributes of a flavor"),
        child("register", "Add a flavor from a jar"),
        child("delete", "Forget a registered flavor, after asking"));
    this.type = type;
  }

  @Override
  protected Node open(String name) {
    return switch (name) {
      case "list" -> new ListFlavors(type);
      case "describe" -> new DescribeFlavor(type);
      case "register" -> new RegisterFlavor(type);
      case "delete" -> new DeleteFlavor(type);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
