package dev.lockstep.cli.secret;

import dev.lockstep.cli.catalog.KnownSchema;
import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.schema.Schemas;
import dev.lockstep.cli.values.GivenValues;
import dev.lockstep.cli.values.ValuePrompts;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secret register}. */
final class RegisterSecret extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis(
            "lockstep secret register NAME [-s SCHEMA] [--KEY=VALUE ...] [--KEY=@FILE ...]"
                + " [--values FILE] [-i]")
        .description(
            "Store a new secret. On a terminal, without any value, it asks for them as with -i.")
        .footer(GivenValues.footer());
    Options.positional(spec, "NAME", true, "the secret's name");
    Options.text(
        spec,
        "SCHEMA",
        "the type of secret, see 'lockstep schema list'; without it any keys will do",
        "-s",
        "--schema");
    GivenValues.describe(spec);
    Schemas.describe(spec);
    UsedSecretsManager.options(spec);
  }

  @Override
  protected boolean takesUnknownArguments() {
    return true;
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    GivenValues given = GivenValues.of(arguments, host);
    if (arguments.mayBeValue(0)) {
      throw Draft.refusalWithoutName(given.problems());
    }
    String name = SecretNames.check(arguments.requiredPositional(0));
    String type = arguments.text("--schema");
    KnownSchema schema = Schemas.of(arguments, host).find(type == null ? Secret.ARBITRARY : type);
    given.warnAboutHistory();
    try (UsedSecretsManager used = UsedSecretsManager.open(arguments, host)) {
      Map<String, SecretValue> values = new LinkedHashMap<>(given.values());
      ValuePrompts prompts = new ValuePrompts(host);
      boolean empty = values.isEmpty() && given.problems().isEmpty();
      if (arguments.flag("--interactive") || (empty && prompts.available())) {
        refuseTaken(used, name);
        values.putAll(
            schema.keys().isEmpty()
                ? prompts.askFreely(values.keySet(), Set.of())
                : prompts.ask(schema.keys(), values.keySet(), Set.of()));
      }
      Secret secret = Draft.check(name, schema.type(), schema, values, given.problems());
      try {
        used.manager().register(secret);
      } catch (SecretExistsException e) {
        throw e.recoverable() ? e : taken(used, name);
      }
      host.messages()
          .say(
              "Registered the secret '"
                  + name
                  + "' ("
                  + Keys.counted(values.size())
                  + ") in "
                  + used.label()
                  + ".");
    }
    return ExitCode.SUCCESS;
  }

  /** Before someone types passwords for nothing. */
  private static void refuseTaken(UsedSecretsManager used, String name) {
    if (used.has(name)) {
      throw taken(used, name);
    }
  }

  private static CommandException taken(UsedSecretsManager used, String name) {
    return CommandException.usage(
        "There is a secret '"
            + name
            + "' in "
            + used.label()
            + " already. It was left as it is.\n  Fix: lockstep secret update "
            + name
            + used.option()
            + " --KEY=VALUE, or choose another name.");
  }
}
