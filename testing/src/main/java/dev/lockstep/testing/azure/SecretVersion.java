package dev.lockstep.testing.azure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a secret. The REST reference's {@code SecretBundle}, and without the value {@code
 * SecretItem}.
 *
 * @param id 32 hexadecimal digits
 * @param created seconds since 1970
 * @param updated seconds since 1970
 */
record SecretVersion(
    String id,
    String value,
    @Nullable String contentType,
    Map<String, String> tags,
    boolean enabled,
    long created,
    long updated) {

  SecretVersion with(
      @Nullable String contentType, Map<String, String> tags, boolean enabled, long updated) {
    return new SecretVersion(id, value, contentType, tags, enabled, created, updated);
  }

  /** The fields that all answers have; {@code recoveryLevel} is the vault's. */
  Map<String, Object> item(String url, String recoveryLevel) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("enabled", enabled);
    attributes.put("created", created);
    attributes.put("updated", updated);
    attributes.put("recoveryLevel", recoveryLevel);
    attributes.put("recoverableDays", StoredSecret.RETENTION_DAYS);
    Map<String, Object> item = new LinkedHashMap<>();
    if (contentType != null) {
      item.put("contentType", contentType);
    }
    item.put("id", url);
    item.put("attributes", attributes);
    if (!tags.isEmpty()) {
      item.put("tags", tags);
    }
    return item;
  }
}
