package dev.lockstep.cli.secret;

import dev.lockstep.cli.catalog.KnownSchema;
import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.schema.Schemas;
import dev.lockstep.cli.values.EnvDocument;
import dev.lockstep.cli.values.FoundSecrets;
import dev.lockstep.cli.values.SecretsDocument;
import dev.lockstep.cli.values.ValueFile;
import dev.lockstep.cli.values.ZenmlDocument;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNames;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secret import}. */
final class ImportSecrets extends Command {
  private static final String ZENML = "--from-zenml";
  private static final String ENV = "--from-env-file";

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis(
            "lockstep secret import FILE [--skip-existing | --update]",
            "      lockstep secret import --from-zenml FILE [NAME] [--skip-existing | --update]",
            "      lockstep secret import --from-env-file FILE NAME [-s SCHEMA] [...]")
        .description(
            "Store the secrets of a file, with their types. All of them are checked before the"
                + " first is stored. FILE is what 'lockstep secret export' wrote, or - for standard"
                + " input.");
    Options.positional(
        spec, "FILE", false, "the file; with --from-env-file, the name of the secret");
    Options.positional(
        spec, "NAME", false, "what to call the secret, if a file of ZenML holds one without name");
    Options.flag(
        spec, "FILE is what ZenML's local secrets manager or 'zenml secret export' wrote", ZENML);
    Options.text(spec, "FILE", "store the keys of a dotenv file as one secret", ENV);
    Options.text(
        spec,
        "SCHEMA",
        "the type of the secret from a dotenv file, whose variables then become its keys",
        "-s",
        "--schema");
    Batch.options(spec);
    Schemas.describe(spec);
    UsedSecretsManager.options(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    Batch.check(arguments);
    Schemas schemas = Schemas.of(arguments, host);
    FoundSecrets found = read(arguments, schemas, host);
    List<Secret> secrets = checked(arguments, found, schemas, host);
    if (secrets.isEmpty()) {
      host.messages().say("There are no secrets in " + shown(file(arguments)) + ".");
      return ExitCode.SUCCESS;
    }
    try (UsedSecretsManager used = UsedSecretsManager.open(arguments, host)) {
      String done = Batch.of(arguments, used).store(secrets);
      host.messages().say("Imported into " + used.label() + ": " + done + ".");
    }
    return ExitCode.SUCCESS;
  }

  private static FoundSecrets read(Arguments arguments, Schemas schemas, Host host) {
    boolean zenml = arguments.flag(ZENML);
    boolean env = arguments.text(ENV) != null;
    String first = arguments.positional(0);
    String second = arguments.positional(1);
    String type = arguments.text("--schema");
    if (zenml && env) {
      throw CommandException.usage(ZENML + " and " + ENV + " exclude each other.");
    }
    if (first == null) {
      throw CommandException.usage(
          (env ? "NAME, what to call the secret," : "FILE")
              + " is missing.\n  More: lockstep secret import --help");
    }
    if (second != null && !zenml) {
      throw CommandException.usage(
          "There is one argument too many.\n  More: lockstep secret import --help");
    }
    if (type != null && !env) {
      throw CommandException.usage("--schema is for " + ENV + ": other files name their types.");
    }
    String file = file(arguments);
    if (env) {
      SecretNames.check(first);
      KnownSchema schema = schemas.find(type == null ? Secret.ARBITRARY : type);
      return EnvDocument.read(first, schema.type(), schema.keys(), text(file, host));
    }
    String text = text(file, host);
    return zenml ? ZenmlDocument.read(file, second, text) : SecretsDocument.read(file, text);
  }

  private static String file(Arguments arguments) {
    String env = arguments.text(ENV);
    return env == null ? arguments.requiredPositional(0) : env;
  }

  private static String text(String file, Host host) {
    try {
      return ValueFile.readMany(file, host);
    } catch (ValueFile.UnreadableException e) {
      throw CommandException.usage(
          "Nothing was stored: " + shown(file) + " " + e.getMessage() + ".");
    }
  }

  /** The secrets, if nothing is wrong with any of them. */
  private static List<Secret> checked(
      Arguments arguments, FoundSecrets found, Schemas schemas, Host host) {
    List<String> problems = new ArrayList<>(found.problems());
    List<String> notes = new ArrayList<>(found.notes());
    List<Secret> secrets = new ArrayList<>();
    // A key that could not be read is not missing.
    boolean complete = found.problems().isEmpty();
    for (Secret read : found.secrets()) {
      Secret secret = arguments.flag(ZENML) ? fitting(read, schemas, complete, notes) : read;
      KnownSchema schema = schemas.known(secret.type());
      if (schema == null) {
        notes.add(
            "The schema '"
                + secret.type()
                + "' is not known here, so the keys of the secret '"
                + secret.name()
                + "' are not checked.");
      }
      List<String> wrong = Draft.problems(secret, schema, complete);
      if (complete && secret.values().isEmpty() && wrong.isEmpty()) {
        wrong.add("it has no keys");
      }
      for (String problem : wrong) {
        problems.add("secret '" + secret.name() + "': " + problem);
      }
      secrets.add(secret);
    }
    if (!problems.isEmpty()) {
      throw CommandException.usage(refusal(file(arguments), problems));
    }
    for (String note : notes) {
      host.messages().say(note);
    }
    return secrets;
  }

  /** ZenML has schemas that we have not, and is more lenient with those that we have. */
  private static Secret fitting(
      Secret secret, Schemas schemas, boolean complete, List<String> notes) {
    KnownSchema schema = schemas.known(secret.type());
    List<String> wrong = schema == null ? List.of() : Draft.problems(secret, schema, complete);
    if (schema != null && wrong.isEmpty()) {
      return secret;
    }
    notes.add(
        schema == null
            ? "The schema '"
                + secret.type()
                + "' is not known here: the secret '"
                + secret.name()
                + "' becomes arbitrary."
            : "The secret '"
                + secret.name()
                + "' does not fit the schema '"
                + secret.type()
                + "' and becomes arbitrary: "
                + String.join("; ", wrong));
    return Secret.of(secret.name(), Secret.ARBITRARY, secret.values());
  }

  private static String refusal(String file, List<String> problems) {
    StringBuilder text = new StringBuilder("Nothing was stored of " + shown(file) + ":");
    for (String problem : problems) {
      text.append("\n  - ").append(problem);
    }
    return text.toString();
  }

  private static String shown(String file) {
    return file.equals("-") ? "standard input" : "the file '" + file + "'";
  }
}
