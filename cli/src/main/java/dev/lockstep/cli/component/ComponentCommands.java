package dev.lockstep.cli.component;

import dev.lockstep.cli.command.CommandGroup;
import dev.lockstep.cli.command.Node;
import dev.lockstep.cli.flavor.FlavorCommands;
import dev.lockstep.stack.ComponentType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The commands for one type of stack component, such as {@code lockstep secrets-manager}. */
public final class ComponentCommands extends CommandGroup {
  private final ComponentType type;

  public ComponentCommands(ComponentType type) {
    super("The " + type.noun() + " of a stack is one of these components.", children(type));
    this.type = type;
  }

  private static Child[] children(ComponentType type) {
    List<Child> children = new ArrayList<>();
    Collections.addAll(
        children,
        child("register", "Set up a new " + type.noun()),
        child("list", "List what is set up"),
        child("describe", "Show one with all its attributes"),
        child("get", "Show which one is active"),
        child("update", "Change attributes"),
        child("remove-attribute", "Remove attributes"),
        child("rename", "Give one another name; what it stored stays its own"),
        child("copy", "Set up another one with the same attributes"),
        child("delete", "Forget one, after asking"),
        child("flavor", "Show and register the kinds that there are"),
        child("explain", "Say what this is for"));
    if (type == ComponentType.SECRETS_MANAGER) {
      children.add(children.size() - 2, child("rekey", "Give a store on this machine another key"));
    }
    return children.toArray(new Child[0]);
  }

  @Override
  protected Node open(String name) {
    if (name.equals("rekey") && type == ComponentType.SECRETS_MANAGER) {
      return new RekeySecretsManager();
    }
    return switch (name) {
      case "register" -> new RegisterComponent(type);
      case "list" -> new ListComponents(type);
      case "describe" -> new DescribeComponent(type);
      case "get" -> new GetComponent(type);
      case "update" -> new UpdateComponent(type);
      case "remove-attribute" -> new RemoveAttribute(type);
      case "rename" -> new RenameComponent(type);
      case "copy" -> new CopyComponent(type);
      case "delete" -> new DeleteComponent(type);
      case "flavor" -> new FlavorCommands(type);
      case "explain" -> new ExplainComponent(type);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
