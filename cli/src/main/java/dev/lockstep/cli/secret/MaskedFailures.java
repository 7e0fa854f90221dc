package dev.lockstep.cli.secret;

import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.BulkSecrets;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.encryption.EncryptedStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A secrets manager that somebody else wrote, whose messages may quote a value: when it fails,
 * whatever it was given or has given before is masked in all that is said from then on. Not sooner,
 * because a value may be a word of any message.
 */
class MaskedFailures implements SecretsManager {
  /** Where secrets managers are whose messages quote nothing. */
  private static final String OURS = "dev.lockstep.secret.";

  private final SecretsManager manager;
  private final Redactor redactor;
  private final List<SecretValue> seen = new ArrayList<>();

  MaskedFailures(SecretsManager manager, Redactor redactor) {
    this.manager = manager;
    this.redactor = redactor;
  }

  /**
   * Masks the failures of a secrets manager, unless it is one of ours, which quote nothing. A store
   * on this machine can do more than every secrets manager can, whoever loaded its classes.
   */
  static SecretsManager of(SecretsManager manager, Redactor redactor) {
    if (manager instanceof EncryptedStore || manager.getClass().getName().startsWith(OURS)) {
      return manager;
    }
    return manager instanceof BulkSecrets bulk
        ? new MaskedBulkFailures(manager, bulk, redactor)
        : new MaskedFailures(manager, redactor);
  }

  @Override
  public void register(Secret secret) {
    see(secret);
    masked(
        () -> {
          manager.register(secret);
          return true;
        });
  }

  @Override
  public Secret get(String name) {
    Secret secret = masked(() -> manager.get(name));
    see(secret);
    return secret;
  }

  @Override
  public Map<String, Secret> getAll(Collection<String> names) {
    Map<String, Secret> secrets = masked(() -> manager.getAll(names));
    for (Secret secret : secrets.values()) {
      see(secret);
    }
    return secrets;
  }

  @Override
  public List<String> list() {
    return masked(manager::list);
  }

  @Override
  public void update(Secret secret) {
    see(secret);
    masked(
        () -> {
          manager.update(secret);
          return true;
        });
  }

  @Override
  public void delete(String name) {
    masked(
        () -> {
          manager.delete(name);
          return true;
        });
  }

  @Override
  public void deleteAll(boolean force) {
    masked(
        () -> {
          manager.deleteAll(force);
          return true;
        });
  }

  @Override
  public Optional<Instant> recoverableUntil(String name) {
    return masked(() -> manager.recoverableUntil(name));
  }

  @Override
  public Optional<String> remedy(String secret, Collection<String> keys) {
    return masked(() -> manager.remedy(secret, keys));
  }

  @Override
  public void close() {
    manager.close();
  }

  final void see(Secret secret) {
    seen.addAll(secret.values().values());
  }

  final <T> T masked(Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException | LinkageError e) {
      redactor.add(seen);
      throw e;
    }
  }
}
