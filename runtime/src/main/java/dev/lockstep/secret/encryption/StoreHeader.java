package dev.lockstep.secret.encryption;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a store says of the way in which its values stand in it: the fields that every such store
 * has, whatever its file looks like. None of them is confidential.
 *
 * @param encryption {@value #AES_256_GCM}, or {@value #NONE} for plain base64
 * @param keyCheck by which another key is told from a damaged value: an empty text, encrypted
 * @param derivation how the key is derived from a passphrase, as a PHC string such as {@code
 *     $scrypt$ln=16,r=8,p=2$SALT}; null when the key is one of a key file
 */
public record StoreHeader(
    String encryption, @Nullable String keyCheck, @Nullable String derivation) {
  /** Values encrypted with AES-256-GCM. */
  public static final String AES_256_GCM = "aes-256-gcm";

  /** Values in plain base64. */
  public static final String NONE = "none";

  /** The name of the field for {@link #encryption}. */
  public static final String ENCRYPTION = "encryption";

  /** The name of the field for {@link #keyCheck}. */
  public static final String KEY_CHECK = "key_check";

  /** The name of the field for {@link #derivation}. */
  public static final String DERIVATION = "key_derivation";

  /** The names of all fields. */
  public static final Set<String> NAMES = Set.of(ENCRYPTION, KEY_CHECK, DERIVATION);

  /** Reads the fields of a header; a store may have others, which are nobody's business here. */
  public static StoreHeader of(Map<String, String> fields) {
    return new StoreHeader(
        fields.getOrDefault(ENCRYPTION, "?"), fields.get(KEY_CHECK), fields.get(DERIVATION));
  }

  /** The fields that it has, by their names. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(ENCRYPTION, encryption);
    if (derivation != null) {
      fields.put(DERIVATION, derivation);
    }
    if (keyCheck != null) {
      fields.put(KEY_CHECK, keyCheck);
    }
    return fields;
  }
}
