package dev.lockstep.run;

import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.descriptor.SecretDescriptor;
import dev.lockstep.descriptor.StepDescriptor;
import dev.lockstep.redact.LeakGuard;
import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.encryption.EncryptedStore;
import dev.lockstep.secret.environment.EnvironmentSecretsManager;
import dev.lockstep.stack.OpenStack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an attempt gets its step's secrets: from the secrets manager right before it starts, or,
 * when the run is pinned, from what the check before the first step saw. Every value that comes
 * through here is masked from then on.
 */
final class SecretSource {
  private final PipelineDescriptor pipeline;
  private final OpenStack stack;
  private final Redactor redactor;
  private final @Nullable Map<String, Secret> pinned;

  /**
   * Creates a source.
   *
   * @param pinned what the whole run uses, or null when every attempt reads afresh
   */
  SecretSource(
      PipelineDescriptor pipeline,
      OpenStack stack,
      Redactor redactor,
      @Nullable Map<String, Secret> pinned) {
    this.pipeline = pipeline;
    this.stack = stack;
    this.redactor = redactor;
    this.pinned = pinned;
  }

  /** Secrets of one step and of no other, in one round trip. */
  Map<String, Secret> fetch(StepDescriptor step, Collection<String> names) {
    if (names.isEmpty()) {
      return Map.of();
    }
    Map<String, Secret> read;
    if (pinned == null) {
      SecretsManager manager =
          stack
              .secretsManager()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "Stack '" + stack.name() + "' has no secrets manager."));
      read = manager.getAll(names);
    } else {
      read = pinned;
    }
    Map<String, Secret> secrets = new LinkedHashMap<>();
    for (String name : names) {
      Secret secret = read.get(name);
      if (secret != null) {
        secrets.put(name, secret);
      } else if (step.requires(name)) {
        throw new SecretNotFoundException(name, stack.secretsManagerName());
      }
    }
    mask(pipeline, secrets.values(), redactor);
    return secrets;
  }

  /**
   * Has the key that the stack's secrets were encrypted with, if it is one of a passphrase: now, so
   * that nobody is asked for that in the middle of a run, and no worker has to ask.
   */
  static void unlock(OpenStack stack, StepDescriptor step) {
    if (!step.secrets().isEmpty()
        && stack.secretsManager().orElse(null) instanceof EncryptedStore store) {
      store.unlock();
    }
  }

  /**
   * The variables of this process that a step's own process must not inherit: those of secrets that
   * it does not receive, and that no component refers to, where secrets are variables.
   */
  List<String> variablesOfOthers(StepDescriptor step) {
    if (stack.secretsManager().orElse(null) instanceof EnvironmentSecretsManager environment) {
      Set<String> needed = step.secrets();
      needed.addAll(stack.references().secrets());
      return environment.variablesWithout(needed);
    }
    return List.of();
  }

  /**
   * What a worker on this machine needs of a pinned run: the secrets that its step takes as
   * parameters, values included, for the pipe between the two and nothing else. Null when the run
   * is not pinned and the worker reads by itself.
   */
  @Nullable List<Object> pinned(StepDescriptor step) {
    if (pinned == null) {
      return null;
    }
    List<Object> handed = new ArrayList<>();
    for (String name : step.parameterSecrets()) {
      Secret secret = pinned.get(name);
      if (secret != null) {
        handed.add(SecretPipe.toMap(secret));
      }
    }
    return handed;
  }

  /** Masks the values of secrets, but for keys whose schema says that they are none. */
  static void mask(PipelineDescriptor pipeline, Collection<Secret> secrets, Redactor redactor) {
    List<SecretValue> values = new ArrayList<>();
    for (Secret secret : secrets) {
      Set<String> open = openKeys(pipeline, secret.name());
      secret
          .values()
          .forEach(
              (key, value) -> {
                if (!open.contains(key)) {
                  values.add(value);
                }
              });
    }
    redactor.add(values);
  }

  /** What a step that received these secrets must not store. */
  LeakGuard guard(Collection<Secret> secrets) {
    LeakGuard guard = new LeakGuard();
    for (Secret secret : secrets) {
      Set<String> open = openKeys(pipeline, secret.name());
      open.addAll(plainKeys(pipeline, secret.name()));
      secret
          .values()
          .forEach(
              (key, value) -> {
                if (!open.contains(key)) {
                  guard.add("key '" + key + "' of secret '" + secret.name() + "'", value);
                }
              });
    }
    return guard;
  }

  /** The versions of secrets, by name; an empty text where there is none. */
  static Map<String, String> versions(Collection<Secret> secrets) {
    Map<String, String> versions = new LinkedHashMap<>();
    for (Secret secret : secrets) {
      versions.put(secret.name(), secret.version().orElse(""));
    }
    return versions;
  }

  /** Keys whose schema takes them as plain text: a user's name may be in what a step returns. */
  private static Set<String> plainKeys(PipelineDescriptor pipeline, String secret) {
    Set<String> plain = new HashSet<>();
    SecretDescriptor descriptor = pipeline.secret(secret).orElse(null);
    if (descriptor != null) {
      for (SchemaKey key : descriptor.keys()) {
        switch (key.type()) {
          case "secret", "chars", "bytes" -> {}
          default -> plain.add(key.name());
        }
      }
    }
    return plain;
  }

  private static Set<String> openKeys(PipelineDescriptor pipeline, String secret) {
    Set<String> open = new HashSet<>();
    SecretDescriptor descriptor = pipeline.secret(secret).orElse(null);
    if (descriptor != null) {
      for (SchemaKey key : descriptor.keys()) {
        // A truth value tells nothing, and masking it would hide every "true".
        if (!key.masked() || key.type().equals("boolean")) {
          open.add(key.name());
        }
      }
    }
    return open;
  }
}
