package dev.lockstep.secret;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A secret of that name exists already; it was left as it is. */
public final class SecretExistsException extends SecretsManagerException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final boolean recoverable;

  public SecretExistsException(String name, String manager) {
    this(name, false, "Secrets manager '" + manager + "' already has a secret '" + name + "'.");
  }

  private SecretExistsException(String name, boolean recoverable, String message) {
    super(message, null);
    this.name = name;
    this.recoverable = recoverable;
  }

  /** The name belongs to a deleted secret that the back end can still restore. */
  public static SecretExistsException deleted(String name, String manager) {
    return deleted(name, manager, Optional.empty());
  }

  /**
   * The name belongs to a deleted secret that the back end can still restore.
   *
   * @param until the end of that time, if the back end tells
   */
  public static SecretExistsException deleted(
      String name, String manager, Optional<Instant> until) {
    return new SecretExistsException(
        name,
        true,
        "Secrets manager '"
            + manager
            + "' has a deleted secret '"
            + name
            + "' that can "
            + (until.isPresent() ? "be restored until " + date(until.get()) : "still be restored")
            + "; it was left as it is. Fix: say what is to become of it"
            + " and register again: lockstep secrets-manager update "
            + manager
            + " --on_deleted=restore (restores and updates it), or --on_deleted=replace (deletes it"
            + " finally)");
  }

  private static String date(Instant until) {
    return until.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The name that was to be registered. */
  public String name() {
    return name;
  }

  /** Whether the secret of that name is a deleted one, which can still be restored. */
  public boolean recoverable() {
    return recoverable;
  }
}
