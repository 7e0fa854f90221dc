package dev.lockstep.cli.schema;

import dev.lockstep.cli.command.CommandException;
import dev.lockstep.secret.BuiltInSchemas;
<<<<<<< HEAD
import dev.lockstep.secret.SchemaKey;
=======
import dev.lockstep.secret.Schema;
>>>>>>> main
import dev.lockstep.secret.Secret;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schemas that the command line knows. */
public final class Schemas {
  private Schemas() {}

  static List<KnownSchema> all() {
    List<KnownSchema> all = new ArrayList<>();
    for (String type : types()) {
      all.add(find(type));
    }
    return all;
  }

  /**
   * The schema of a type that was named on the command line.
   *
   * @throws CommandException when there is none
   */
  public static KnownSchema find(String type) {
    KnownSchema schema = known(type);
    if (schema == null) {
      throw CommandException.usage(
          "There is no schema '"
              + type
              + "'."
              + Suggestion.didYouMean(type, types())
              + " There are: "
              + String.join(", ", types())
              + ".\n  Fix: without a schema a secret takes any keys.");
    }
    return schema;
  }

  /** The schema of a stored secret, or null when this version does not know its type. */
  public static @Nullable KnownSchema known(String type) {
<<<<<<< HEAD
    return switch (type) {
      case Secret.ARBITRARY -> new KnownSchema(type, "Any keys; the default.", List.of(), false);
      case "aws" ->
          new KnownSchema(
              type,
              "An access key of Amazon Web Services.",
              List.of(
                  SchemaKey.required("aws_access_key_id", "string"),
                  SchemaKey.required("aws_secret_access_key", "secret"),
                  SchemaKey.optional("aws_session_token", "secret")),
              false);
      case "gcp" ->
          new KnownSchema(
              type,
              "A credential of Google Cloud.",
              List.of(SchemaKey.required("token", "secret")),
              false);
      case "azure" ->
          new KnownSchema(
              type,
              "A credential of Microsoft Azure.",
              optional(
                  "account_name",
                  "account_key",
                  "sas_token",
                  "connection_string",
                  "client_id",
                  "client_secret",
                  "tenant_id"),
              true);
      case "basic_auth" ->
          new KnownSchema(
              type,
              "A user name and a password.",
              List.of(
                  SchemaKey.required("username", "string"),
                  SchemaKey.required("password", "secret")),
              false);
      case "mysql" -> new KnownSchema(type, "A login to a MySQL database.", database(), false);
      case "postgres" ->
          new KnownSchema(type, "A login to a PostgreSQL database.", database(), false);
      default -> null;
    };
  }

  private static List<String> types() {
    List<String> types = new ArrayList<>();
    types.add(Secret.ARBITRARY);
    types.addAll(BuiltInSchemas.TYPES);
    return types;
  }

  private static List<SchemaKey> database() {
    List<SchemaKey> keys =
        new ArrayList<>(optional("user", "password", "ssl_ca", "ssl_cert", "ssl_key"));
    keys.add(SchemaKey.optional("ssl_verify_server_cert", "boolean"));
    return keys;
  }

  private static List<SchemaKey> optional(String... names) {
    List<SchemaKey> keys = new ArrayList<>();
    for (String name : names) {
      keys.add(SchemaKey.optional(name, "secret"));
=======
    if (type.equals(Secret.ARBITRARY)) {
      return new KnownSchema(type, "Any keys; the default.", List.of(), false);
>>>>>>> main
    }
    Schema<?> schema = BuiltInSchemas.find(type);
    return schema == null
        ? null
        : new KnownSchema(type, schema.description(), schema.keys(), schema.atLeastOne());
  }

  private static List<String> types() {
    List<String> types = new ArrayList<>(BuiltInSchemas.TYPES);
    types.add(0, Secret.ARBITRARY);
    return types;
  }
}
