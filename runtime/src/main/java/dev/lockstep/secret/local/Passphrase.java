package dev.lockstep.secret.local;

import dev.lockstep.secret.SecretAccessDeniedException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key that is derived from a passphrase in a variable, so that the store's folder alone opens
 * nothing. The store's header holds salt and cost; deriving is slow on purpose (PBKDF2), so the
 * last key is kept.
 */
final class Passphrase implements KeySource {
  static final String SALT = "key_salt";

  private static final String ITERATIONS = "key_iterations";

  /** What OWASP recommends for PBKDF2 with HMAC-SHA-256. */
  private static final int COST = 600_000;

  /** A header with more was not written by us and would keep a reader busy. */
  private static final int HIGHEST_COST = 100_000_000;

  private static final int SALT_BYTES = 16;

  private final String variable;
  private final @Nullable String passphrase;
  private final String component;
  private @Nullable EncryptedValues last;
  private String lastHeader = "";

  Passphrase(String variable, Map<String, String> environment, String component) {
    this.variable = variable;
    this.passphrase = environment.get(variable);
    this.component = component;
  }

  @Override
  public EncryptedValues open(StoreText store, Path file) {
    String salt = store.header(SALT);
    String iterations = store.header(ITERATIONS);
    if (salt == null || iterations == null) {
      throw new SecretAccessDeniedException(
          file
              + " is encrypted with a key file and not with a passphrase. Nothing was changed. Fix:"
              + " remove the attribute passphrase_env of the secrets manager '"
              + component
              + "', or copy the secrets to a new secrets manager.");
    }
    try {
      int cost = Integer.parseInt(iterations);
      if (cost > 0 && cost <= HIGHEST_COST) {
        return derive(Base64.getDecoder().decode(salt), cost);
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new SecretAccessDeniedException(
        file
            + " has no valid "
            + SALT
            + " and "
            + ITERATIONS
            + ". Nothing was changed. Fix: restore the file from a backup.");
  }

  @Override
  public EncryptedValues create() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return derive(salt, COST);
  }

  @Override
  public SecretAccessDeniedException wrongKey(Path file) {
    return new SecretAccessDeniedException(
        "The passphrase in the variable "
            + variable
            + " is not the one with which "
            + file
            + " was encrypted. Nothing was changed. Fix: set the variable to the right one.");
  }

  private synchronized EncryptedValues derive(byte[] salt, int iterations) {
    Map<String, String> header = new LinkedHashMap<>();
    header.put(SALT, Base64.getEncoder().encodeToString(salt));
    header.put(ITERATIONS, Integer.toString(iterations));
    EncryptedValues known = last;
    if (known != null && lastHeader.equals(header.toString())) {
      return known;
    }
    if (passphrase == null || passphrase.isEmpty()) {
      throw new SecretAccessDeniedException(
          "The secrets manager '"
              + component
              + "' needs a passphrase, and the variable "
              + variable
              + " is not set. Fix: set "
              + variable
              + " in the environment.");
    }
    PBEKeySpec spec =
        new PBEKeySpec(
            passphrase.toCharArray(), salt, iterations, EncryptedValues.KEY_BYTES * Byte.SIZE);
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      EncryptedValues derived = new EncryptedValues(key, header);
      last = derived;
      lastHeader = header.toString();
      return derived;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no PBKDF2, which every Java 17 has.", e);
    } finally {
      spec.clearPassword();
    }
  }
}
