package dev.lockstep.azure;

import com.azure.security.keyvault.secrets.models.KeyVaultSecret;
import com.azure.security.keyvault.secrets.models.SecretProperties;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.provider.ProviderFailure;
import dev.lockstep.secret.provider.SecretDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a document is a secret of the vault: its text is the value, type and mark are tags, which
 * reads and lists return, so that neither costs a request more.
 */
final class StoredDocument {
  private static final String TYPE = "lockstep-type";
  private static final String MANAGED = "lockstep-managed";

  /** The documentation has said 256 for years, and 512 since lately. */
  private static final int LONGEST_TAG = 256;

  private static final int MOST_TAGS = 15;

  private static final String JSON = "application/json";

  private StoredDocument() {}

  static SecretDocument read(KeyVaultSecret secret) {
    String type = tags(secret.getProperties()).get(TYPE);
    return new SecretDocument(
        secret.getValue(),
        type == null ? Secret.ARBITRARY : type,
        Optional.of(secret.getProperties().getVersion()));
  }

  /** A secret of ours that is not there yet. */
  static KeyVaultSecret create(String id, SecretDocument document) throws ProviderFailure {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(MANAGED, "true");
    return with(id, document, tags, null);
  }

  /** New content for a secret, which keeps what others have noted of it. */
  static KeyVaultSecret replace(KeyVaultSecret old, String id, SecretDocument document)
      throws ProviderFailure {
    SecretProperties properties = old.getProperties();
    return with(id, document, new LinkedHashMap<>(tags(properties)), properties.getContentType());
  }

  /** The same content once more, as the newest version. */
  static KeyVaultSecret again(String id, KeyVaultSecret secret) {
    KeyVaultSecret copy = new KeyVaultSecret(id, secret.getValue());
    copy.getProperties()
        .setContentType(secret.getProperties().getContentType())
        .setTags(tags(secret.getProperties()));
    return copy;
  }

  static boolean isOurs(SecretProperties properties) {
    // A certificate hands its tags on to the secret that stands for it.
    return "true".equals(tags(properties).get(MANAGED))
        && !Boolean.TRUE.equals(properties.isManaged());
  }

  private static KeyVaultSecret with(
      String id, SecretDocument document, Map<String, String> tags, @Nullable String contentType)
      throws ProviderFailure {
    if (document.type().length() > LONGEST_TAG) {
      throw new ProviderFailure(
          ProviderFailure.Kind.INVALID,
          "the type is kept in a tag, which has at most " + LONGEST_TAG + " characters",
          "use a shorter name for the schema");
    }
    // What another tool wrote is of no type before it gets one.
    if (tags.containsKey(MANAGED) || tags.containsKey(TYPE) || !isUntyped(document)) {
      tags.put(TYPE, document.type());
    }
    if (tags.size() > MOST_TAGS) {
      throw new ProviderFailure(
          ProviderFailure.Kind.INVALID,
          "the type is kept in a tag, and the secret has " + MOST_TAGS + " others already",
          "take one of its tags away");
    }
    KeyVaultSecret secret = new KeyVaultSecret(id, document.text());
    secret.getProperties().setTags(tags);
    if (document.text().startsWith("{")) {
      secret.getProperties().setContentType(JSON);
    } else if (contentType != null) {
      secret.getProperties().setContentType(contentType);
    }
    return secret;
  }

  private static boolean isUntyped(SecretDocument document) {
    return document.type().equals(Secret.ARBITRARY);
  }

  private static Map<String, String> tags(SecretProperties properties) {
    Map<String, String> tags = properties.getTags();
    return tags == null ? Map.of() : tags;
  }
}
