package dev.lockstep.secret;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** There is no secret of that name: the back end was asked and said so. */
public final class SecretNotFoundException extends SecretsManagerException {
  private static final long serialVersionUID = 1L;

  private final String name;

  public SecretNotFoundException(String name, String manager) {
    this(name, manager, Optional.empty());
  }

  /**
   * There is none, and there may have been one.
   *
   * @param recoverableUntil until when the deleted secret of that name can be restored; empty when
   *     there is none, or when the back end does not tell
   */
  public SecretNotFoundException(String name, String manager, Optional<Instant> recoverableUntil) {
    super(
        "Secrets manager '"
            + manager
            + "' has no secret '"
            + name
            + "'"
            + recoverableUntil
                .map(
                    until ->
                        ": it was deleted, and can be restored until "
                            + until.truncatedTo(ChronoUnit.SECONDS))
                .orElse("")
            + ".",
        null);
    this.name = name;
  }

  /** The name that was asked for. */
  public String name() {
    return name;
  }
}
