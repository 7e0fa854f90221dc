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
        child("describe", "Show a secret's type and keys, and how they fit its schema"),
        child("update", "Change or remove some keys of a secret"),
        child("rename", "Give a secret another name"),
        child("delete", "Delete a secret"),
        child("delete-all", "Delete all secrets, after asking"),
        child("export", "Write secrets with their values to a file of yours"),
        child("import", "Store the secrets of a file"),
        child("copy", "Copy secrets to another secrets manager"),
        child("diff", "Compare secrets with those of another secrets manager"),
        child("schema", "Show the schemas that secrets can have"));
  }

  @Override
  protected Node open(String name) {
    return switch (name) {
      case "register" -> new RegisterSecret();
      case "get" -> new GetSecret();
      case "list" -> new ListSecrets();
      case "describe" -> new DescribeSecret();
      case "update" -> new UpdateSecret();
      case "rename" -> new RenameSecret();
      case "delete" -> new DeleteSecret();
      case "delete-all" -> new DeleteAllSecrets();
      case "export" -> new ExportSecrets();
      case "import" -> new ImportSecrets();
      case "copy" -> new CopySecrets();
      case "diff" -> new DiffSecrets();
      case "schema" -> new SchemaCommands();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
