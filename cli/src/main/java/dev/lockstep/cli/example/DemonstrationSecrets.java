package dev.lockstep.cli.example;

import dev.lockstep.cli.catalog.KnownSchema;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.descriptor.SecretDescriptor;
import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.OpenStack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores the secrets that an example needs, so that it runs on a fresh machine: those that its
 * set-up knows, and made-up ones. Only in a store on this machine: nobody wants them in the secrets
 * manager of their company.
 */
final class DemonstrationSecrets {
  private DemonstrationSecrets() {}

  static void register(
      PipelineDescriptor pipeline,
      Map<String, Map<String, SecretValue>> known,
      @Nullable String stackOption,
      Host host) {
    State state = State.of(host);
    Configuration configuration = state.file().load();
    try (OpenStack stack = state.open(stackOption)) {
      Optional<String> name = stack.stack().component(ComponentType.SECRETS_MANAGER);
      if (name.isEmpty() || !isHere(configuration, name.get())) {
        return;
      }
      SecretsManager manager = stack.component(ComponentType.SECRETS_MANAGER, SecretsManager.class);
      List<String> there = manager.list();
      List<String> made = new ArrayList<>();
      for (SecretDescriptor secret : pipeline.secrets()) {
        Secret demonstration = demonstration(secret, known.get(secret.name()));
        if (!there.contains(secret.name()) && demonstration != null) {
          manager.register(demonstration);
          made.add(secret.name());
        }
      }
      if (!made.isEmpty()) {
        host.messages().say("Stored demonstration values for: " + String.join(", ", made) + ".");
      }
    }
  }

  private static boolean isHere(Configuration configuration, String manager) {
    String flavor = configuration.component(ComponentType.SECRETS_MANAGER, manager).flavor();
    return flavor.equals("local") || flavor.equals("sqlite");
  }

  private static @Nullable Secret demonstration(
      SecretDescriptor secret, @Nullable Map<String, SecretValue> known) {
    if (known != null) {
      String type = secret.type();
      return Secret.of(secret.name(), type == null ? Secret.ARBITRARY : type, known);
    }
    if (secret.optional()) {
      return null;
    }
    KnownSchema schema = schema(secret);
    if (schema == null) {
      return null;
    }
    Map<String, SecretValue> values = new LinkedHashMap<>();
    for (SchemaKey key : schema.keys()) {
      if (key.required() || schema.atLeastOne()) {
        if (key.pattern() != null) {
          // What would fit the pattern is for a person to say.
          return null;
        }
        values.put(key.name(), SecretValue.of(value(key)));
      }
    }
    return values.isEmpty() ? null : Secret.of(secret.name(), schema.type(), values);
  }

  /** The one under which steps take it; else the built-in one of its name. */
  private static @Nullable KnownSchema schema(SecretDescriptor secret) {
    return secret.type() == null
        ? KnownSchema.builtIn(secret.name())
        : new KnownSchema(secret.type(), "", secret.keys(), secret.atLeastOne());
  }

  private static String value(SchemaKey key) {
    return switch (key.type()) {
      case "int", "long", "double" -> "1";
      case "boolean" -> "false";
      case "uri" -> "https://example.invalid/";
      case "duration" -> "PT1M";
      case "enum" -> key.constants().get(0);
      case "bytes" -> "ZGVtb25zdHJhdGlvbg==";
      default -> "demonstration-" + key.name().replace('_', '-');
    };
  }
}
