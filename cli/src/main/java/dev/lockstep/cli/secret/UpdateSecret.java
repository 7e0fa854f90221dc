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
import dev.lockstep.secret.SecretValue;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secret update}. */
final class UpdateSecret extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis(
            "lockstep secret update NAME [--KEY=VALUE ...] [--KEY=@FILE ...] [--values FILE]"
                + " [--remove-key KEY ...] [-i]")
        .description("Change or remove some keys of a secret. All other keys stay as they are.")
        .footer(GivenValues.footer());
    Options.positional(spec, "NAME", true, "the secret's name");
    Options.texts(spec, "KEY", "remove this key", "--remove-key");
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
    String name = arguments.requiredPositional(0);
    List<String> removed = arguments.texts("--remove-key");
    GivenValues given = GivenValues.of(arguments, host);
    if (arguments.mayBeValue(0)) {
      throw Draft.refusalWithoutName(given.problems());
    }
    given.warnAboutHistory();
    ValuePrompts prompts = new ValuePrompts(host);
    boolean empty = given.values().isEmpty() && given.problems().isEmpty() && removed.isEmpty();
    boolean ask = arguments.flag("--interactive") || (empty && prompts.available());
    if (empty && !ask) {
      throw CommandException.usage(
          "There is nothing to change. Give --KEY=VALUE, --values FILE, --remove-key KEY or -i.");
    }
    Schemas schemas = Schemas.of(arguments, host);
    try (UsedSecretsManager used = UsedSecretsManager.open(arguments, host)) {
      Map<String, SecretValue> changed = new LinkedHashMap<>(given.values());
      if (ask) {
        Secret stored = used.get(name);
        changed.putAll(ask(prompts, stored, schemas.known(stored.type()), changed.keySet()));
        if (changed.isEmpty() && given.problems().isEmpty() && removed.isEmpty()) {
          host.messages().say("The secret '" + name + "' stays as it is.");
          return ExitCode.SUCCESS;
        }
      }
      used.need(name);
      used.update(
          name,
          stored ->
              merge(stored, schemas.known(stored.type()), changed, removed, given.problems()));
      host.messages()
          .say(
              "Updated the secret '"
                  + name
                  + "' ("
                  + Keys.counted(changed.size())
                  + " set, "
                  + removed.size()
                  + " removed) in "
                  + used.label()
                  + ".");
    }
    return ExitCode.SUCCESS;
  }

  private static Map<String, SecretValue> ask(
      ValuePrompts prompts, Secret stored, @Nullable KnownSchema schema, Set<String> given) {
    Set<String> keys = stored.values().keySet();
    return schema == null || schema.keys().isEmpty()
        ? prompts.askFreely(given, keys)
        : prompts.ask(schema.keys(), given, keys);
  }

  private static Secret merge(
      Secret stored,
      @Nullable KnownSchema schema,
      Map<String, SecretValue> changed,
      List<String> removed,
      List<String> givenProblems) {
    List<String> problems = new ArrayList<>(givenProblems);
    Map<String, SecretValue> merged = new LinkedHashMap<>(stored.values());
    merged.putAll(changed);
    remove(removed, stored, changed.keySet(), merged, problems);
    return Draft.check(stored.name(), stored.type(), schema, merged, problems);
  }

  private static void remove(
      List<String> removed,
      Secret stored,
      Set<String> changed,
      Map<String, SecretValue> merged,
      List<String> problems) {
    for (String key : removed) {
      if (changed.contains(key)) {
        problems.add("key '" + key + "' is both set and removed");
      } else if (!stored.values().containsKey(key)) {
        problems.add(
            "it has no key '"
                + key
                + "', only "
                + Names.list(stored.values().keySet())
                + "."
                + Suggestion.didYouMean(key, stored.values().keySet()));
      } else {
        merged.remove(key);
      }
    }
  }
}
