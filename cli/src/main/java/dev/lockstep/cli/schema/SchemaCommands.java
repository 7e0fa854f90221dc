package dev.lockstep.cli.schema;

import dev.lockstep.cli.command.CommandGroup;
import dev.lockstep.cli.command.Node;

/** {@code lockstep schema}, also {@code lockstep secret schema}. */
public final class SchemaCommands extends CommandGroup {
  public SchemaCommands() {
    super(
        "A schema says which keys a type of secret requires and allows.",
        child("list", "List the schemas"),
        child("describe", "Show the keys of a schema"),
        child("forget", "Forget a schema that was seen in a pipeline"));
  }

  @Override
  protected Node open(String name) {
    return switch (name) {
      case "list" -> new ListSchemas();
      case "describe" -> new DescribeSchema();
      case "forget" -> new ForgetSchema();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
