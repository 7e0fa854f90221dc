package dev.lockstep.secret.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Values encrypted with AES-256-GCM, each alone under a fresh random nonce. What a value is bound
 * to goes in as associated data, so that a value which is moved to another secret, key or version
 * does not decrypt. Stored is the base64 of nonce, ciphertext and tag.
 */
final class EncryptedValues implements ValueCodec {
  static final int KEY_BYTES = 32;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** Bound into everything, so that a later format cannot be taken for this one. */
  private static final String FORMAT = "lockstep-local-1";

  private final SecretKeySpec key;
  private final @Nullable String derivation;

  /**
   * Encrypts with a key.
   *
   * @param derivation how it was derived from a passphrase, or null
   */
  EncryptedValues(byte[] key, @Nullable String derivation) {
    this.key = new SecretKeySpec(key, "AES");
    this.derivation = derivation;
  }

  /** Loads what encryption needs, which takes a young JVM longer than all else here. */
  static void prepare() {
    cipher();
  }

  @Override
  public StoreHeader header() {
    return new StoreHeader(StoreHeader.AES_256_GCM, encrypt("", FORMAT, "key"), derivation);
  }

  /** Whether there is something in the header by which a key can be told from another one. */
  static boolean hasCheck(StoreHeader header) {
    String check = header.keyCheck();
    try {
      return check != null
          && Base64.getDecoder().decode(check).length == NONCE_BYTES + TAG_BITS / 8;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether a store with this header was written with the same key. */
  boolean isKeyOf(StoreHeader header) {
    String check = header.keyCheck();
    return check != null && decrypt(check, FORMAT, "key") != null;
  }

  @Override
  public String encode(Place place, String value) {
    return encrypt(value, binding(place));
  }

  @Override
  public @Nullable String decode(Place place, String stored) {
    return decrypt(stored, binding(place));
  }

  private static String[] binding(Place place) {
    return new String[] {
      FORMAT, "value", place.secret(), Long.toString(place.version()), place.key()
    };
  }

  private String encrypt(String value, String... binding) {
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    try {
      Cipher cipher = cipher();
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      bind(cipher, binding);
      byte[] encrypted = cipher.doFinal(value.getBytes(StandardCharsets.UTF_8));
      byte[] stored = Arrays.copyOf(nonce, nonce.length + encrypted.length);
      System.arraycopy(encrypted, 0, stored, nonce.length, encrypted.length);
      return Base64.getEncoder().encodeToString(stored);
    } catch (GeneralSecurityException e) {
      throw unsupported(e);
    }
  }

  private @Nullable String decrypt(String stored, String... binding) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(stored);
    } catch (IllegalArgumentException e) {
      return null;
    }
    if (bytes.length < NONCE_BYTES + TAG_BITS / 8) {
      return null;
    }
    Cipher cipher = cipher();
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE_BYTES));
      bind(cipher, binding);
      return new String(
          cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      // The tag does not fit; the exception says no more.
      return null;
    }
  }

  /** Each part behind its length, so that no two lists of parts are bound as the same bytes. */
  private static void bind(Cipher cipher, String... parts) {
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      cipher.updateAAD(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      cipher.updateAAD(bytes);
    }
  }

  /**
   * Where the JDK's own order of providers is in force, its own provider is asked by name: the
   * search would load all those before it, which do not have the algorithm.
   */
  private static Cipher cipher() {
    try {
      return "SUN".equals(Security.getProperty("security.provider.1"))
              && Security.getProvider("SunJCE") != null
          ? Cipher.getInstance("AES/GCM/NoPadding", "SunJCE")
          : Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw unsupported(e);
    }
  }

  private static IllegalStateException unsupported(GeneralSecurityException e) {
    return new IllegalStateException("This Java has no AES-256-GCM, which every Java 17 has.", e);
  }
}
