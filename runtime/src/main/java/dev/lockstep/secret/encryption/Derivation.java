package dev.lockstep.secret.encryption;

import dev.lockstep.secret.SecretValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How a key is derived from a passphrase: with scrypt, which takes memory as well as time from
 * whoever tries passphrases. As text it is a PHC string, {@code $scrypt$ln=16,r=8,p=2$SALT}, whose
 * salt is base64.
 *
 * @param logCost the binary logarithm of scrypt's N
 * @param blockSize scrypt's r
 * @param passes scrypt's p
 */
record Derivation(int logCost, int blockSize, int passes, String salt) {
  private static final String START = "$scrypt$";
  private static final int SALT_BYTES = 16;

  /**
   * Of the parameters that OWASP gives as equally strong, those that take half a second and 64 MiB
   * here: with 128 MiB, a JVM in a container of half a GiB could not open its store.
   */
  private static final int LOG_COST = 16;

  private static final int BLOCK_SIZE = 8;
  private static final int PASSES = 2;

  /** What a header may demand: it may be someone else's, who wants to see this process fall. */
  private static final long MOST_MEMORY = 256L << 20;

  private static final long MOST_WORK = 1L << 30;

  /** Less is not worth the name; whoever has written it wants to guess the next passphrase. */
  private static final long LEAST_WORK = 16L << 20;

  /** New parameters with a new salt. */
  static Derivation fresh() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return new Derivation(LOG_COST, BLOCK_SIZE, PASSES, Base64.getEncoder().encodeToString(salt));
  }

  /** Reads the text; null when it is none, or demands more or less than is reasonable. */
  static @Nullable Derivation read(String text) {
    int end = text.indexOf('$', START.length());
    if (!text.startsWith(START) || end < 0) {
      return null;
    }
    String[] parameters = text.substring(START.length(), end).split(",", -1);
    if (parameters.length != 3) {
      return null;
    }
    int logCost = number("ln=", parameters[0]);
    int blockSize = number("r=", parameters[1]);
    int passes = number("p=", parameters[2]);
    if (logCost < 1 || logCost > 24 || blockSize < 1 || passes < 1) {
      return null;
    }
    long memory = (128L << logCost) * blockSize;
    if (memory > MOST_MEMORY || memory * passes > MOST_WORK || memory * passes < LEAST_WORK) {
      return null;
    }
    Derivation read = new Derivation(logCost, blockSize, passes, text.substring(end + 1));
    return read.saltBytes().length < SALT_BYTES ? null : read;
  }

  /** A number of at most four digits, or -1. */
  private static int number(String name, String text) {
    int length = text.length() - name.length();
    if (!text.startsWith(name) || length < 1 || length > 4) {
      return -1;
    }
    try {
      return Integer.parseInt(text.substring(name.length()));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private byte[] saltBytes() {
    try {
      return Base64.getDecoder().decode(salt);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** The memory that it takes, in MiB. */
  long mebibytes() {
    return ((128L << logCost) * blockSize) >> 20;
  }

  /**
   * Derives the key; takes a while.
   *
   * @throws OutOfMemoryError when the JVM has no {@link #mebibytes()} to spare
   */
  byte[] key(SecretValue passphrase) {
    // One person's keyboard composes an accent that another one's types as two characters.
    byte[] text =
        Normalizer.normalize(passphrase.reveal(), Normalizer.Form.NFC)
            .getBytes(StandardCharsets.UTF_8);
    try {
      return Scrypt.derive(
          text, saltBytes(), 1 << logCost, blockSize, passes, EncryptedValues.KEY_BYTES);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  /** The text that stands in a store's header. */
  @Override
  public String toString() {
    return START + "ln=" + logCost + ",r=" + blockSize + ",p=" + passes + "$" + salt;
  }
}
