package dev.lockstep.vault;

import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.provider.ProviderFailure;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entry's metadata say.
 *
 * @param kind whether there is a secret
 * @param version the newest version, with which the next write has to agree; 0 when nothing was
 *     ever written
 * @param metadataVersion the same of the metadata, which OpenBao counts too; 0 when there are none,
 *     null when the server does not tell
 * @param custom what was said of it, by us and others
 */
record KvState(
    Kind kind, long version, @Nullable Long metadataVersion, Map<String, String> custom) {
  /** Says that this is ours. */
  static final String MANAGED = "lockstep-managed";

  /** The schema type. */
  static final String TYPE = "lockstep-type";

  /** Whether there is a secret. */
  enum Kind {
    /** Nothing is there, or nothing that could be read again. */
    NONE,
    /** It can be read. */
    LIVE,
    /** Its newest version was deleted and can be restored. */
    DELETED
  }

  static final KvState ABSENT = new KvState(Kind.NONE, 0, 0L, Map.of());

  /** Reads the answer to a read of metadata. */
  static KvState of(VaultResponse response) throws ProviderFailure {
    JsonObject body = response.json();
    try {
      JsonObject data = body.object("data");
      long version = data.number("current_version");
      JsonObject versions = data.objectOrNull("versions");
      JsonObject newest = versions == null ? null : versions.objectOrNull(Long.toString(version));
      return new KvState(
          newest == null ? Kind.NONE : kind(newest, now(response)),
          version,
          data.fields().containsKey("current_metadata_version")
              ? data.number("current_metadata_version")
              : null,
          custom(data));
    } catch (JsonFormatException e) {
      throw VaultFailures.senseless(response.status());
    }
  }

  private static Kind kind(JsonObject version, Instant now) {
    if (version.flag("destroyed", false)) {
      return Kind.NONE;
    }
    String deleted = version.string("deletion_time", "");
    if (deleted.isEmpty()) {
      return Kind.LIVE;
    }
    try {
      return Instant.parse(deleted).isAfter(now) ? Kind.LIVE : Kind.DELETED;
    } catch (DateTimeParseException e) {
      throw new JsonFormatException("the field 'deletion_time' is not a time");
    }
  }

  /** By the server's clock, which wrote the time of deletion; it tells whole seconds. */
  private static Instant now(VaultResponse response) {
    Instant date = response.date();
    return date == null ? Instant.now() : date.plusSeconds(1);
  }

  static Map<String, String> custom(JsonObject holder) {
    Map<String, String> custom = new LinkedHashMap<>();
    JsonObject stored = holder.objectOrNull("custom_metadata");
    if (stored != null) {
      for (Map.Entry<String, @Nullable Object> entry : stored.fields().entrySet()) {
        if (entry.getValue() != null) {
          custom.put(entry.getKey(), entry.getValue().toString());
        }
      }
    }
    return custom;
  }

  static String type(Map<String, String> custom) {
    return custom.getOrDefault(TYPE, Secret.ARBITRARY);
  }

  /** As it is when nobody but us has said something of it since. */
  KvState described() {
    return new KvState(kind, version, metadataVersion == null ? null : metadataVersion + 1, custom);
  }

  boolean isLive() {
    return kind == Kind.LIVE;
  }

  boolean isOurs() {
    return "true".equals(custom.get(MANAGED));
  }
}
