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
        child("remove-component", "Take the secrets manager out of a stack"),
        child("rename", "Give a stack another name"),
        child("copy", "Make another stack of the same components"),
        child("delete", "Delete a stack, after asking"),
        child("export", "Write a stack and its components to a file"),
        child("import", "Make a stack and its components from such a file"),
        child("register-secrets", "Ask for the secrets that a stack's components refer to"));
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
      case "remove-component" -> new RemoveComponent();
      case "rename" -> new RenameStack();
      case "copy" -> new CopyStack();
      case "delete" -> new DeleteStack();
      case "export" -> new ExportStack();
      case "import" -> new ImportStack();
      case "register-secrets" -> new RegisterSecrets();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
