package dev.lockstep.azure;

/** What a caller must be allowed to do, as roles of the vault or permissions of access policies. */
enum Need {
  READ("Key Vault Secrets User", "get"),
  LIST("Key Vault Secrets Officer", "list"),
  WRITE("Key Vault Secrets Officer", "set"),
  DELETE("Key Vault Secrets Officer", "delete"),
  RECOVER("Key Vault Secrets Officer", "recover"),
  PURGE("Key Vault Secrets Officer", "purge");

  private final String role;
  private final String permission;

  Need(String role, String permission) {
    this.role = role;
    this.permission = permission;
  }

  /** How the caller gets it, a clause. */
  String fix() {
    return "give the identity the role '"
        + role
        + "' on the vault, or the permission '"
        + permission
        + "' for secrets in its access policies";
  }
}
