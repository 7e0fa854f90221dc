package dev.lockstep.testing.conformance;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Passes everything on; what a subclass overrides it does in another way. */
class Forwarding implements SecretsManager {
  final SecretsManager right;

  Forwarding(SecretsManager right) {
    this.right = right;
  }

  /** What becomes of a name before it is passed on. */
  String name(String name) {
    return name;
  }

  /** What becomes of a secret before it is passed on. */
  Secret stored(Secret secret) {
    return secret.withName(name(secret.name()));
  }

  /** What becomes of a secret that was read. */
  Secret read(Secret secret) {
    return secret;
  }

  @Override
  public void register(Secret secret) {
    right.register(stored(secret));
  }

  @Override
  public Secret get(String name) {
    return read(right.get(name(name)).withName(name));
  }

  @Override
  public Map<String, Secret> getAll(Collection<String> names) {
    Map<String, String> passed = new LinkedHashMap<>();
    for (String name : names) {
      passed.put(name, name(name));
    }
    Map<String, Secret> found = right.getAll(passed.values());
    Map<String, Secret> all = new LinkedHashMap<>();
    passed.forEach(
        (name, other) -> {
          Secret secret = found.get(other);
          if (secret != null) {
            all.put(name, read(secret.withName(name)));
          }
        });
    return all;
  }

  @Override
  public List<String> list() {
    return right.list();
  }

  @Override
  public void update(Secret secret) {
    right.update(stored(secret));
  }

  @Override
  public void delete(String name) {
    right.delete(name(name));
  }

  @Override
  public void deleteAll(boolean force) {
    right.deleteAll(force);
  }

  @Override
  public void close() {
    right.close();
  }

  /** The same secret with other keys and values, and the version that it has. */
  static Secret with(Secret secret, Map<String, SecretValue> values) {
    Secret other = Secret.of(secret.name(), secret.type(), values);
    return secret.version().isPresent() ? other.withVersion(secret.version().get()) : other;
  }

  /** What is made of a text. */
  interface Edit {
    String of(String text);
  }

  /** The same secret with each value edited. */
  static Secret edited(Secret secret, Edit edit) {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    secret
        .values()
        .forEach((key, value) -> values.put(key, SecretValue.of(edit.of(value.reveal()))));
    return with(secret, values);
  }
}
