package dev.lockstep.secret;

/** A secret of that name exists already; it was left as it is. */
public final class SecretExistsException extends SecretsManagerException {
  private static final long serialVersionUID = 1L;

  private final String name;

  public SecretExistsException(String name, String manager) {
    this(name, manager, "already has a secret '" + name + "'.");
  }

  private SecretExistsException(String name, String manager, String problem) {
    super("Secrets manager '" + manager + "' " + problem, null);
    this.name = name;
  }

  /** The name belongs to a deleted secret that the back end can still restore. */
  public static SecretExistsException deleted(String name, String manager) {
    return new SecretExistsException(
        name,
        manager,
        "has a deleted secret '"
            + name
            + "' that can still be restored; it was left as it is. Fix: say what is to become of it"
            + " and register again: lockstep secrets-manager update "
            + manager
            + " --on_deleted=restore (restores and updates it), or --on_deleted=replace (deletes it"
            + " finally)");
  }

  /** The name that was to be registered. */
  public String name() {
    return name;
  }
}
