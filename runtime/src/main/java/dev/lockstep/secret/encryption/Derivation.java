package dev.lockstep.secret.encryption;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How a key is derived from a passphrase: slow on purpose (PBKDF2). As text it is a PHC string,
 * {@code $pbkdf2-sha256$i=600000$SALT}.
 */
record Derivation(int iterations, String salt) {
  private static final String START = "$pbkdf2-sha256$i=";

  /** What OWASP recommends for PBKDF2 with HMAC-SHA-256. */
  private static final int COST = 600_000;

  /** A header with more was not written by us and would keep a reader busy. */
  private static final int HIGHEST_COST = 100_000_000;

  private static final int SALT_BYTES = 16;

  static Derivation fresh() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return new Derivation(COST, Base64.getEncoder().encodeToString(salt));
  }

  /** Reads the text; null when it is none, or asks for more than we ever do. */
  static @Nullable Derivation read(String text) {
    int end = text.indexOf('$', START.length());
    if (!text.startsWith(START) || end < 0) {
      return null;
    }
    try {
      int iterations = Integer.parseInt(text.substring(START.length(), end));
      String salt = text.substring(end + 1);
      return iterations > 0
              && iterations <= HIGHEST_COST
              && Base64.getDecoder().decode(salt).length > 0
          ? new Derivation(iterations, salt)
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  byte[] key(String passphrase) {
    PBEKeySpec spec =
        new PBEKeySpec(
            passphrase.toCharArray(),
            Base64.getDecoder().decode(salt),
            iterations,
            EncryptedValues.KEY_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no PBKDF2, which every Java 17 has.", e);
    } finally {
      spec.clearPassword();
    }
  }

  @Override
  public String toString() {
    return START + iterations + "$" + salt;
  }
}
