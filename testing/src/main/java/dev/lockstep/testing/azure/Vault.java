package dev.lockstep.testing.azure;

import dev.lockstep.json.JsonObject;
import dev.lockstep.testing.azure.StoredSecret.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a vault, with the rules of the REST reference (version 7.6), and of the pages
 * "About Azure Key Vault secrets" and "Azure Key Vault service limits": names of 1 to 127 letters,
 * digits and hyphens whose case does not matter, values of at most 25,600 bytes, at most 15 tags of
 * 512 and 512 characters, a content type of at most 255, soft delete that cannot be switched off.
 *
 * <p>Not safe for use by several threads at once.
 */
final class Vault {
  private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z-]{1,127}");
  private static final int LARGEST_VALUE = 25_600;
  private static final int MOST_TAGS = 15;
  private static final int LONGEST_TAG = 512;
  private static final int LONGEST_CONTENT_TYPE = 255;

  /** Lower-case names, because the vault does not tell case apart. */
  private final Map<String, StoredSecret> secrets = new TreeMap<>();

  private int deletionCalls;
  private int recoveryCalls;
  private int purgeCalls;
  private boolean purgeProtected;

  void deletionTakes(int calls) {
    deletionCalls = calls;
  }

  void recoveryTakes(int calls) {
    recoveryCalls = calls;
  }

  void purgeTakes(int calls) {
    purgeCalls = calls;
  }

  void protectFromPurge() {
    purgeProtected = true;
  }

  Map<String, Object> set(String base, String name, JsonObject request) {
    String value = request.stringOrNull("value");
    if (value == null) {
      throw VaultFailure.badParameter("Property value is required.");
    }
    if (value.getBytes(StandardCharsets.UTF_8).length > LARGEST_VALUE) {
      throw VaultFailure.badParameter(
          "The size of the secret's value exceeds the limit of " + LARGEST_VALUE + " bytes.");
    }
    String contentType = contentType(request);
    Map<String, String> tags = tags(request);
    StoredSecret secret = named(name);
    if (secret != null) {
      secret.requireOwnLife("set");
      secret.requireNoConflict();
    } else {
      secret = new StoredSecret(name, false);
      secrets.put(name.toLowerCase(Locale.ROOT), secret);
    }
    long now = now();
    secret
        .versions()
        .add(
            new SecretVersion(
                UUID.randomUUID().toString().replace("-", ""),
                value,
                contentType,
                tags == null ? Map.of() : tags,
                enabled(request, true),
                now,
                now));
    return bundle(base, secret, secret.current(), true);
  }

  void certificate(String name, Map<String, String> tags) {
    StoredSecret secret = new StoredSecret(name, true);
    long now = now();
    secret
        .versions()
        .add(
            new SecretVersion(
                UUID.randomUUID().toString().replace("-", ""),
                "MIIKbase64OfPkcs12",
                "application/x-pkcs12",
                Map.copyOf(tags),
                true,
                now,
                now));
    secrets.put(name.toLowerCase(Locale.ROOT), secret);
  }

  /** Null for the version means the current one. */
  Map<String, Object> get(String base, String name, @Nullable String version) {
    StoredSecret secret = active(name);
    SecretVersion found = version == null ? secret.current() : version(secret, version);
    requireEnabled(found);
    return bundle(base, secret, found, true);
  }

  Map<String, Object> update(String base, String name, String version, JsonObject request) {
    StoredSecret secret = active(name);
    SecretVersion old = version(secret, version);
    String contentType = contentType(request);
    Map<String, String> tags = tags(request);
    SecretVersion changed =
        old.with(
            contentType == null ? old.contentType() : contentType,
            tags == null ? old.tags() : tags,
            enabled(request, old.enabled()),
            now());
    Collections.replaceAll(secret.versions(), old, changed);
    return bundle(base, secret, changed, false);
  }

  Map<String, Object> delete(String base, String name) {
    StoredSecret secret = active(name);
    secret.requireOwnLife("delete");
    secret.delete(deletionCalls, now());
    return deletedBundle(base, secret);
  }

  Map<String, Object> getDeleted(String base, String name) {
    StoredSecret secret = deleted(name);
    requireEnabled(secret.current());
    return deletedBundle(base, secret);
  }

  Map<String, Object> recover(String base, String name) {
    StoredSecret secret = settled(name);
    secret.recover(recoveryCalls);
    return bundle(base, secret, secret.current(), false);
  }

  void purge(String name) {
    StoredSecret secret = settled(name);
    if (purgeProtected) {
      throw VaultFailure.forbidden(
          "Operation \"purge\" is not allowed because purge protection is enabled for this vault."
              + " Key Vault service will automatically purge it after the retention period has"
              + " passed.",
          "ForbiddenByPolicy");
    }
    secret.purge(purgeCalls);
  }

  List<Map<String, Object>> list(String base) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (StoredSecret secret : in(state -> state == State.ACTIVE)) {
      items.add(item(secret, secret.current(), url(base, secret)));
    }
    return items;
  }

  List<Map<String, Object>> listVersions(String base, String name) {
    StoredSecret secret = active(name);
    List<Map<String, Object>> items = new ArrayList<>();
    for (SecretVersion version : secret.versions()) {
      items.add(item(secret, version, url(base, secret) + "/" + version.id()));
    }
    // Nothing says in which order a vault lists versions, so nobody should rely on theirs.
    items.sort((one, other) -> text(one).compareTo(text(other)));
    return items;
  }

  List<Map<String, Object>> listDeleted(String base) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (StoredSecret secret : in(state -> state == State.DELETED)) {
      Map<String, Object> item = item(secret, secret.current(), url(base, secret));
      describeDeletion(base, secret, item);
      items.add(item);
    }
    return items;
  }

  private Map<String, Object> item(StoredSecret secret, SecretVersion version, String url) {
    Map<String, Object> item = version.item(url, recoveryLevel());
    if (secret.isManaged()) {
      item.put("managed", true);
    }
    return item;
  }

  private List<StoredSecret> in(Predicate<State> wanted) {
    List<StoredSecret> found = new ArrayList<>();
    for (StoredSecret secret : secrets.values()) {
      if (wanted.test(secret.state())) {
        found.add(secret);
      }
    }
    return found;
  }

  private Map<String, Object> bundle(
      String base, StoredSecret secret, SecretVersion version, boolean withValue) {
    Map<String, Object> bundle = new LinkedHashMap<>();
    if (withValue) {
      bundle.put("value", version.value());
    }
    bundle.putAll(item(secret, version, url(base, secret) + "/" + version.id()));
    return bundle;
  }

  private Map<String, Object> deletedBundle(String base, StoredSecret secret) {
    Map<String, Object> bundle = bundle(base, secret, secret.current(), false);
    describeDeletion(base, secret, bundle);
    return bundle;
  }

  private static void describeDeletion(String base, StoredSecret secret, Map<String, Object> item) {
    item.put("recoveryId", base + "/deletedsecrets/" + secret.name());
    item.put("deletedDate", secret.deletedDate());
    item.put("scheduledPurgeDate", secret.scheduledPurgeDate());
  }

  private static String url(String base, StoredSecret secret) {
    return base + "/secrets/" + secret.name();
  }

  private static String text(Map<String, Object> item) {
    return String.valueOf(item.get("id"));
  }

  private String recoveryLevel() {
    return purgeProtected ? "Recoverable" : "Recoverable+Purgeable";
  }

  /** The secret of that name in whatever state; null when the name is free. */
  private @Nullable StoredSecret named(String name) {
    if (!NAME.matcher(name).matches()) {
      throw VaultFailure.badParameter("The request URI contains an invalid name: " + name);
    }
    String key = name.toLowerCase(Locale.ROOT);
    StoredSecret secret = secrets.get(key);
    if (secret == null) {
      return null;
    }
    secret.tick();
    if (secret.state() == State.GONE) {
      secrets.remove(key);
      return null;
    }
    return secret;
  }

  private StoredSecret active(String name) {
    StoredSecret secret = named(name);
    if (secret == null || secret.state() != State.ACTIVE) {
      throw VaultFailure.notFound(name);
    }
    return secret;
  }

  private StoredSecret deleted(String name) {
    return requireDeleted(name, named(name));
  }

  /** A deleted secret whose deletion has come to its end. */
  private StoredSecret settled(String name) {
    StoredSecret secret = named(name);
    if (secret != null && secret.state() == State.BEING_DELETED) {
      throw VaultFailure.conflict("Secret is currently being deleted.", "ObjectIsBeingDeleted");
    }
    return requireDeleted(name, secret);
  }

  private static StoredSecret requireDeleted(String name, @Nullable StoredSecret secret) {
    if (secret == null || secret.state() != State.DELETED) {
      throw VaultFailure.deletedNotFound(name);
    }
    return secret;
  }

  private static SecretVersion version(StoredSecret secret, String id) {
    for (SecretVersion version : secret.versions()) {
      if (version.id().equals(id)) {
        return version;
      }
    }
    throw VaultFailure.notFound(secret.name() + "/" + id);
  }

  private static void requireEnabled(SecretVersion version) {
    if (!version.enabled()) {
      throw VaultFailure.forbidden(
          "Operation get is not allowed on a disabled secret.", "SecretDisabled");
    }
  }

  private static @Nullable String contentType(JsonObject request) {
    String contentType = request.stringOrNull("contentType");
    if (contentType != null && contentType.length() > LONGEST_CONTENT_TYPE) {
      throw VaultFailure.badParameter(
          "The content type has more than " + LONGEST_CONTENT_TYPE + " characters.");
    }
    return contentType;
  }

  private static boolean enabled(JsonObject request, boolean absent) {
    JsonObject attributes = request.objectOrNull("attributes");
    return attributes == null ? absent : attributes.flag("enabled", absent);
  }

  /** Null when the request has none. */
  private static @Nullable Map<String, String> tags(JsonObject request) {
    JsonObject given = request.objectOrNull("tags");
    if (given == null) {
      return null;
    }
    Map<String, String> tags = new LinkedHashMap<>();
    for (String name : given.fields().keySet()) {
      String value = given.string(name);
      if (name.isEmpty() || name.length() > LONGEST_TAG || value.length() > LONGEST_TAG) {
        throw VaultFailure.badParameter(
            "A tag's name and value have at most " + LONGEST_TAG + " characters each.");
      }
      tags.put(name, value);
    }
    if (tags.size() > MOST_TAGS) {
      throw VaultFailure.badParameter("A secret has at most " + MOST_TAGS + " tags.");
    }
    return tags;
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }
}
