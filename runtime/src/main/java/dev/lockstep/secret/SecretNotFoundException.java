package dev.lockstep.secret;

/** There is no secret of that name: the back end was asked and said so. */
public final class SecretNotFoundException extends SecretsManagerException {
  private static final long serialVersionUID = 1L;

  private final String name;

  public SecretNotFoundException(String name, String manager) {
    super("Secrets manager '" + manager + "' has no secret '" + name + "'.", null);
    this.name = name;
  }

  /** The name that was asked for. */
  public String name() {
    return name;
  }
}
