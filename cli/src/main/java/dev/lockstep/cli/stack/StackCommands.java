package dev.lockstep.cli.stack;

import dev.lockstep.cli.command.CommandGroup;
import dev.lockstep.cli.command.Node;

/** {@code lockstep stack}. */
public final class StackCommands extends CommandGroup {
  public StackCommands() {
    super(
        "A stack is one orchestrator, artifact store, metadata store and, usually, secrets manager.",
        child("register", "Make a stack of registered components"),
        child("set", "Make a stack the active one"),
        child("get", "Show which stack is active, and why"),
        child("list", "List the stacks"),
        child("describe", "Show the components of a stack"),
        child("update", "Put other components into a stack"),
        child("delete", "Delete a stack, after asking"));
  }

  @Override
  protected Node open(String name) {
    return switch (name) {
      case "register" -> new RegisterStack();
      case "set" -> new SetStack();
      case "get" -> new GetStack();
      case "list" -> new ListStacks();
      case "describe" -> new DescribeStack();
      case "update" -> new UpdateStack();
      case "delete" -> new DeleteStack();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
