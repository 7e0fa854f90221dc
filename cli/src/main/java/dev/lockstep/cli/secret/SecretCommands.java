package dev.lockstep.cli.secret;

import dev.lockstep.cli.command.CommandGroup;
import dev.lockstep.cli.command.Node;
import dev.lockstep.cli.schema.SchemaCommands;

/** {@code lockstep secret}. */
public final class SecretCommands extends CommandGroup {
  public SecretCommands() {
    super(
        "Secrets are named groups of keys and values in the active stack's secrets manager.",
        child("register", "Store a new secret"),
        child("get", "Show a secret, its values masked unless you ask for them"),
        child("list", "List the names of all secrets"),
        child("update", "Change or remove some keys of a secret"),
        child("delete", "Delete a secret"),
        child("schema", "Show the schemas that secrets can have"));
  }

  @Override
  protected Node open(String name) {
    return switch (name) {
      case "register" -> new RegisterSecret();
      case "get" -> new GetSecret();
      case "list" -> new ListSecrets();
      case "update" -> new UpdateSecret();
      case "delete" -> new DeleteSecret();
      case "schema" -> new SchemaCommands();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
