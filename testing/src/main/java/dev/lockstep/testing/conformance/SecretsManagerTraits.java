package dev.lockstep.testing.conformance;

import dev.lockstep.secret.SecretLimits;

/**
 * In what secrets managers may differ.
 *
 * @param largestValue how many ASCII characters the value of a secret has at most whose one key is
 *     {@code k}
 * @param versions whether a secret that was read has a version
 * @param atomicRegister whether exactly one of two that register the same name at once succeeds
 * @param prefixes whether the flavor has the attribute {@code prefix}
 * @param recoverable whether deleted secrets can be restored, with the attributes {@code deletion}
 *     and {@code on_deleted}
 * @param processes whether several processes can share a store
 */
public record SecretsManagerTraits(
    int largestValue,
    boolean versions,
    boolean atomicRegister,
    boolean prefixes,
    boolean recoverable,
    boolean processes) {
  private static final String AROUND_VALUE = "{\"k\":\"\"}";

  /** As stores on this machine: with versions and prefixes, and nothing that can be restored. */
  public static final SecretsManagerTraits LOCAL =
      new SecretsManagerTraits(SecretLimits.LARGEST - 1, true, true, true, false, true);

  /** As a provider that keeps a secret as one JSON object of at most so many bytes. */
  public static SecretsManagerTraits ofDocuments(int largestDocument) {
    return new SecretsManagerTraits(
        largestDocument - AROUND_VALUE.length(), true, true, true, false, true);
  }

  /** The same, but reads tell no version. */
  public SecretsManagerTraits withoutVersions() {
    return new SecretsManagerTraits(
        largestValue, false, atomicRegister, prefixes, recoverable, processes);
  }

  /** The same, but two that register one name at once may both believe that they did. */
  public SecretsManagerTraits withoutAtomicRegister() {
    return new SecretsManagerTraits(
        largestValue, versions, false, prefixes, recoverable, processes);
  }

  /** The same, but without the attribute {@code prefix}. */
  public SecretsManagerTraits withoutPrefixes() {
    return new SecretsManagerTraits(
        largestValue, versions, atomicRegister, false, recoverable, processes);
  }

  /** The same, but deleted secrets can be restored. */
  public SecretsManagerTraits withRecovery() {
    return new SecretsManagerTraits(
        largestValue, versions, atomicRegister, prefixes, true, processes);
  }

  /** The same, but a store is of one process alone. */
  public SecretsManagerTraits withoutProcesses() {
    return new SecretsManagerTraits(
        largestValue, versions, atomicRegister, prefixes, recoverable, false);
  }
}
