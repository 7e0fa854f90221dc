package dev.lockstep.secret;

/** A secret of that name exists already; it was left as it is. */
public final class SecretExistsException extends SecretsManagerException {
  private static final long serialVersionUID = 1L;

  private final String name;

  public SecretExistsException(String name, String manager) {
    super("Secrets manager '" + manager + "' already has a secret '" + name + "'.", null);
    this.name = name;
  }

  /** The name that was to be registered. */
  public String name() {
    return name;
  }
}
