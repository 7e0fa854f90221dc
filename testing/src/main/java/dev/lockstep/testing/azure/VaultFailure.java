package dev.lockstep.testing.azure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is an error, in the format of the REST reference's {@code KeyVaultError}: an outer
 * code, a message, and for some an inner code that tells more.
 */
final class VaultFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final @Nullable String inner;

  VaultFailure(int status, String code, String message, @Nullable String inner) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.inner = inner;
  }

  static VaultFailure badParameter(String message) {
    return new VaultFailure(400, "BadParameter", message, null);
  }

  static VaultFailure notFound(String name) {
    return new VaultFailure(
        404,
        "SecretNotFound",
        "A secret with (name/id) "
            + name
            + " was not found in this key vault. If you recently deleted this secret you may be"
            + " able to recover it using the correct recovery command.",
        null);
  }

  static VaultFailure deletedNotFound(String name) {
    return new VaultFailure(404, "SecretNotFound", "Deleted Secret not found: " + name, null);
  }

  static VaultFailure conflict(String message, String inner) {
    return new VaultFailure(409, "Conflict", message, inner);
  }

  static VaultFailure forbidden(String message, String inner) {
    return new VaultFailure(403, "Forbidden", message, inner);
  }

  static VaultFailure managed(String operation) {
    return forbidden(
        "Operation \""
            + operation
            + "\" is not allowed on this secret, since it is associated with a"
            + " certificate. Perform the operation on the corresponding certificate.",
        "SecretManagedByKeyVault");
  }

  int status() {
    return status;
  }

  /** The body of the answer. */
  Map<String, Object> body() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", String.valueOf(getMessage()));
    if (inner != null) {
      error.put("innererror", Map.of("code", inner));
    }
    return Map.of("error", error);
  }
}
