package dev.lockstep.secret.encryption;

import dev.lockstep.home.HomeException;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.secret.SecretsUnreachableException;

/** Gives failures of the disk the types by which callers of a secrets manager tell them. */
public final class DiskFailure {
  private DiskFailure() {}

  /** Denied, where a permission is missing or too many are given; else unreachable. */
  public static SecretsManagerException typed(HomeException failure) {
    String message = String.valueOf(failure.getMessage());
    return failure.denied()
        ? new SecretAccessDeniedException(message, failure)
        : new SecretsUnreachableException(message, failure);
  }
}
