package dev.lockstep.secret;

import java.util.Collection;

/**
 * A secrets manager that stores many secrets in one change, which takes it little longer than to
 * store one.
 */
public interface BulkSecrets {
  /**
   * Stores secrets: all of them or, when it throws, none.
   *
   * @param fresh stored as by {@link SecretsManager#register}
   * @param changed stored as by {@link SecretsManager#update}; none of them is among the fresh ones
   * @throws SecretExistsException when there is one of the fresh ones already
   * @throws SecretNotFoundException when there is one of the changed ones not
   * @throws InvalidSecretException when one of them cannot be held
   */
  void storeAll(Collection<Secret> fresh, Collection<Secret> changed);
}
