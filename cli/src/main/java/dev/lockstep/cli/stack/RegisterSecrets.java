package dev.lockstep.cli.stack;

import dev.lockstep.cli.catalog.KnownSchema;
import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.schema.Schemas;
import dev.lockstep.cli.secret.UsedSecretsManager;
import dev.lockstep.cli.values.ValuePrompts;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ActiveStack;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.Stack;
import dev.lockstep.stack.StackReferences;
import dev.lockstep.stack.UnresolvedReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep stack register-secrets}. */
final class RegisterSecrets extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Ask, without echo, for every value that the components of a stack refer to as"
                + " {{secret.key}}, and store them in the stack's secrets manager. Secrets that are"
                + " there keep their type and their other keys.");
    Options.positional(spec, "STACK", false, "the stack's name; the active stack without it");
    Options.flag(spec, "ask for missing values only", "--skip-existing");
    Schemas.describe(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    State state = State.of(host);
    Configuration configuration = state.file().load();
    Stack stack = GivenNames.check(() -> state.stack(arguments.positional(0), configuration));
    StackReferences references = StackReferences.of(stack, configuration, state.flavors());
    refuse(references.malformed());
    if (references.secrets().isEmpty()) {
      host.messages()
          .say("The components of the stack '" + stack.name() + "' refer to no secrets.");
      return ExitCode.SUCCESS;
    }
    try (OpenStack open = state.open(new ActiveStack(stack, ActiveStack.OPTION), configuration)) {
      if (open.secretsManager().isEmpty()) {
        refuse(references.withoutSecretsManager(stack.name()));
      }
      String option = state.stackOption(stack, configuration);
      UsedSecretsManager used = UsedSecretsManager.of(state, open, option);
      Map<String, Secret> found = used.manager().getAll(references.secrets());
      List<UnresolvedReference> unresolved = references.unresolved(found, used.manager(), option);
      ValuePrompts prompts = new ValuePrompts(host);
      Schemas schemas = Schemas.of(arguments, host);
      refuseKeys(references, found, schemas);
      boolean asks = prompts.available() && takesSecrets(used.manager(), references);
      if (!asks) {
        refuse(unresolved);
      }
      if (unresolved.isEmpty() && (arguments.flag("--skip-existing") || !asks)) {
        host.messages().say("All secrets that the stack '" + stack.name() + "' needs are there.");
        return ExitCode.SUCCESS;
      }
      Map<String, Map<String, SecretValue>> answers =
          ask(references, found, schemas, arguments.flag("--skip-existing"), prompts, host);
      store(answers, used, host);
    }
    return ExitCode.SUCCESS;
  }

  /** Before someone types passwords for nothing. */
  private static boolean takesSecrets(SecretsManager manager, StackReferences references) {
    for (String secret : references.secrets()) {
      if (manager.remedy(secret, references.keys(secret)).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static void refuse(List<UnresolvedReference> unresolved) {
    if (unresolved.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder("The stack's references stand for nothing yet:");
    for (UnresolvedReference reference : unresolved) {
      text.append("\n  - ").append(reference.problem());
      text.append("\n    Fix: ").append(reference.fix());
    }
    throw CommandException.stack(text.toString());
  }

  /** A key that the secret's schema does not know cannot be registered under it. */
  private static void refuseKeys(
      StackReferences references, Map<String, Secret> found, Schemas schemas) {
    List<String> problems = new ArrayList<>();
    for (Secret secret : found.values()) {
      KnownSchema schema = schemas.known(secret.type());
      for (String key : references.keys(secret.name())) {
        if (schema != null
            && !schema.keys().isEmpty()
            && !secret.values().containsKey(key)
            && find(schema, key) == null) {
          problems.add(
              "The secret '"
                  + secret.name()
                  + "' is of type "
                  + secret.type()
                  + ", which has no key '"
                  + key
                  + "'; it is referred to as "
                  + references.places(secret.name())
                  + ".\n    Fix: refer to another key or secret;"
                  + " 'lockstep schema describe "
                  + secret.type()
                  + "' shows the keys.");
        }
      }
    }
    if (!problems.isEmpty()) {
      throw CommandException.stack("Nothing was stored:\n  - " + String.join("\n  - ", problems));
    }
  }

  private static @Nullable SchemaKey find(@Nullable KnownSchema schema, String name) {
    if (schema != null) {
      for (SchemaKey key : schema.keys()) {
        if (key.name().equals(name)) {
          return key;
        }
      }
    }
    return null;
  }

  private static Map<String, Map<String, SecretValue>> ask(
      StackReferences references,
      Map<String, Secret> found,
      Schemas schemas,
      boolean skipExisting,
      ValuePrompts prompts,
      Host host) {
    Map<String, Map<String, SecretValue>> answers = new LinkedHashMap<>();
    for (String name : references.secrets()) {
      Secret secret = found.get(name);
      Set<String> stored = secret == null ? Set.of() : secret.values().keySet();
      KnownSchema schema = secret == null ? null : schemas.known(secret.type());
      List<SchemaKey> keys = new ArrayList<>();
      for (String key : references.keys(name)) {
        if (!skipExisting || !stored.contains(key)) {
          keys.add(required(key, find(schema, key)));
        }
      }
      if (!keys.isEmpty()) {
        host.messages().say("Secret '" + name + "', for " + references.places(name) + ":");
        answers.put(name, prompts.ask(keys, Set.of(), stored));
      }
    }
    return answers;
  }

  /** What a reference stands for has to be there, also where a schema calls it optional. */
  private static SchemaKey required(String key, @Nullable SchemaKey known) {
    return known == null
        ? SchemaKey.required(key, "string")
        : new SchemaKey(
            key,
            known.type(),
            true,
            known.env(),
            known.masked(),
            known.pattern(),
            known.constants(),
            known.description());
  }

  private static void store(
      Map<String, Map<String, SecretValue>> answers, UsedSecretsManager used, Host host) {
    for (Map.Entry<String, Map<String, SecretValue>> entry : answers.entrySet()) {
      String name = entry.getKey();
      Map<String, SecretValue> values = entry.getValue();
      if (values.isEmpty()) {
        continue;
      }
      SecretsManager manager = used.manager();
      boolean registered = false;
      if (!manager.getAll(List.of(name)).containsKey(name)) {
        try {
          manager.register(Secret.of(name, Secret.ARBITRARY, values));
          registered = true;
        } catch (SecretExistsException e) {
          // Somebody else was quicker; then its other keys are kept.
        }
      }
      if (!registered) {
        used.update(name, secret -> merged(secret, values));
      }
      host.messages()
          .say(
              (registered ? "Registered" : "Updated")
                  + " the secret '"
                  + name
                  + "' ("
                  + String.join(", ", values.keySet())
                  + ") in "
                  + used.label()
                  + ".");
    }
  }

  private static Secret merged(Secret secret, Map<String, SecretValue> values) {
    Map<String, SecretValue> merged = new LinkedHashMap<>(secret.values());
    merged.putAll(values);
    return Secret.of(secret.name(), secret.type(), merged);
  }
}
