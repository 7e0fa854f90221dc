package dev.lockstep.cli.secret;

import dev.lockstep.cli.catalog.KnownSchema;
import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.UserFile;
import dev.lockstep.cli.schema.Schemas;
import dev.lockstep.cli.values.EnvDocument;
import dev.lockstep.cli.values.SecretsDocument;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.Secret;
import dev.lockstep.text.Suggestion;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secret export}. */
final class ExportSecrets extends Command {
  private static final List<String> FORMATS = List.of("yaml", "json", "env");

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis(
            "lockstep secret export NAME... | --all  --reveal | --keys-only  [--format FORMAT]"
                + " [--file FILE]")
        .description(
            "Write secrets with their types and values, for 'lockstep secret import' or for other"
                + " programs. The values are in clear, which --reveal has to confirm.");
    NamedSecrets.options(spec, "the secrets' names");
    Options.text(
        spec,
        "FILE",
        "write to this file, which only you can read, and not to the terminal",
        "--file");
    Options.text(
        spec,
        "FORMAT",
        "yaml (the default), json, or env: the variables that a step would have of them",
        "--format");
    Options.flag(spec, "write the values in clear", "--reveal");
    Options.flag(spec, "write the names of the keys and no values", "--keys-only");
    Options.flag(spec, "replace FILE without asking", "-y", "--yes");
    Schemas.describe(spec);
    UsedSecretsManager.options(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String format = format(arguments);
    boolean keysOnly = arguments.flag("--keys-only");
    if (keysOnly == arguments.flag("--reveal")) {
      throw CommandException.usage(
          keysOnly
              ? "--reveal and --keys-only exclude each other."
              : "An export holds values in clear, and without them it cannot be imported. Nothing"
                  + " was written.\n  Fix: --reveal writes the values, --keys-only writes names,"
                  + " types and keys.");
    }
    if (keysOnly && format.equals("env")) {
      throw CommandException.usage("--keys-only is for yaml and json: variables need values.");
    }
    NamedSecrets.check(arguments);
    String name = arguments.text("--file");
    UserFile file = name == null || name.equals("-") ? null : new UserFile(host, name);
    if (file != null && !arguments.flag("--yes")) {
      file.askToReplace();
    }
    Schemas schemas = Schemas.of(arguments, host);
    try (UsedSecretsManager used = UsedSecretsManager.open(arguments, host)) {
      List<Secret> secrets = NamedSecrets.read(arguments, used);
      String text = text(secrets, format, keysOnly, schemas);
      if (file == null) {
        host.output().write(text);
      } else {
        file.write(text);
      }
      say(secrets.size(), keysOnly, format, file, used, host);
    }
    return ExitCode.SUCCESS;
  }

  private static void say(
      int number,
      boolean keysOnly,
      String format,
      @Nullable UserFile file,
      UsedSecretsManager used,
      Host host) {
    if (file == null) {
      if (number == 0) {
        host.messages().say("No secrets in " + used.label() + ".");
      }
      return;
    }
    host.messages()
        .say(
            "Exported "
                + (number == 1 ? "1 secret" : number + " secrets")
                + " of "
                + used.label()
                + " as "
                + format.toUpperCase(Locale.ROOT)
                + " to "
                + file.path()
                + (keysOnly
                    ? ", without values."
                    : ". It holds the values in clear: delete it after use."));
  }

  private static String text(
      List<Secret> secrets, String format, boolean keysOnly, Schemas schemas) {
    boolean json = format.equals("json");
    if (keysOnly) {
      return SecretsDocument.writeKeys(secrets, json);
    }
    if (!format.equals("env")) {
      return SecretsDocument.write(secrets, json);
    }
    EnvDocument.Writer writer = new EnvDocument.Writer();
    for (Secret secret : secrets) {
      KnownSchema schema = schemas.known(secret.type());
      writer.add(secret, schema == null ? List.of() : schema.keys());
    }
    if (!writer.problems().isEmpty()) {
      throw CommandException.usage(
          "These secrets cannot be variables together, and nothing was written:\n  - "
              + String.join("\n  - ", writer.problems())
              + "\n  Fix: export them one by one, or as yaml or json.");
    }
    return writer.text();
  }

  private static String format(Arguments arguments) {
    String format = arguments.text("--format");
    if (format == null) {
      return "yaml";
    }
    if (!FORMATS.contains(format)) {
      throw CommandException.usage(
          "--format is yaml, json or env, not '"
              + format
              + "'."
              + Suggestion.didYouMean(format, FORMATS));
    }
    return format;
  }
}
