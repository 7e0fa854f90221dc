package dev.lockstep.gcp;

import dev.lockstep.gcp.GoogleFailure.Kind;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.provider.ParallelCalls;
import dev.lockstep.secret.provider.SecretDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Secrets that are kept as one provider secret for each key, so that other tools read single
 * values. What belongs together is said by a provider secret with the secret's own id, the group's
 * index: it names the version of each key's secret. Writers add versions of keys first and the new
 * index last, so that a reader finds the old group or the new one and never some of each, whenever
 * a writer dies.
 *
 * <p>The index of version 7 of {@code warehouse} may be {@code
 * {"lockstep-layout":"per-key","type":"warehouse","keys":{"url":"1","password":"7","token":""},"removed":[]}}.
 * An empty value has no version, because Secret Manager holds none that is empty.
 */
final class PerKeyGroups {
  /** The value of the attribute {@code layout}, and of the annotation of that name. */
  static final String LAYOUT = "per-key";

  /** The longest id of a group: behind it there is room for the longest form of a key. */
  static final int LONGEST_ID = 255 - KeyIds.LONGEST_SUFFIX;

  private static final int LARGEST_PAYLOAD = 65_536;

  private static final String GROUP = "lockstep-group";
  private static final String KEY = "lockstep-key";

  private final SecretManagerClient client;
  private final OldVersions oldVersions;

  PerKeyGroups(SecretManagerClient client, OldVersions oldVersions) {
    this.client = client;
    this.oldVersions = oldVersions;
  }

  /**
   * What the index of a group says.
   *
   * @param keys the number of the version of each key's secret, empty for an empty value
   * @param removed keys that the group had before, whose secrets a reader of the index before this
   *     one may still need
   */
  record Index(String type, Map<String, String> keys, Set<String> removed) {
    static final Index NONE = new Index("", Map.of(), Set.of());

    /** The same values of the same type. */
    boolean holdsTheSameAs(Index other) {
      return keys.equals(other.keys) && type.equals(other.type);
    }

    String text() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put(GoogleSecret.LAYOUT, LAYOUT);
      fields.put("type", type);
      fields.put("keys", keys);
      fields.put("removed", removed);
      return Json.write(fields);
    }

    /** Reads a payload; empty when it is no index. */
    static Optional<Index> of(String payload) {
      if (!payload.startsWith("{\"" + GoogleSecret.LAYOUT + "\"")) {
        return Optional.empty();
      }
      try {
        JsonObject fields = Json.readObject(payload);
        JsonObject keys = fields.objectOrNull("keys");
        if (keys == null || !fields.string(GoogleSecret.LAYOUT).equals(LAYOUT)) {
          return Optional.empty();
        }
        Map<String, String> versions = new LinkedHashMap<>();
        for (String key : keys.fields().keySet()) {
          versions.put(key, keys.string(key));
        }
        return Optional.of(
            new Index(fields.string("type"), versions, new TreeSet<>(fields.strings("removed"))));
      } catch (JsonFormatException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * The values of a document, by key, if they can be kept one by one: a JSON object of texts that
   * comes back to the byte. What is not, such as a single value that is JSON itself, is kept as it
   * is.
   *
   * @throws InvalidSecretException when a value is too large
   */
  static Optional<Map<String, String>> parts(String id, String document) {
    Map<String, String> values = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, ?> field : Json.readObject(document).fields().entrySet()) {
        if (!SecretNames.isKey(field.getKey()) || !(field.getValue() instanceof String value)) {
          return Optional.empty();
        }
        values.put(field.getKey(), value);
      }
    } catch (JsonFormatException e) {
      return Optional.empty();
    }
    if (values.isEmpty() || !Json.write(values).equals(document)) {
      return Optional.empty();
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      checkSize(id, "the value of key '" + value.getKey() + "'", bytes(value.getValue()));
    }
    return Optional.of(values);
  }

  /**
   * That a payload is not too large.
   *
   * @throws InvalidSecretException when it is
   */
  static void checkSize(String id, String what, byte[] payload) {
    if (payload.length > LARGEST_PAYLOAD) {
      throw new InvalidSecretException(
          "The secret '"
              + id
              + "' is too large for Google Secret Manager: "
              + what
              + " has "
              + payload.length
              + " bytes, and at most "
              + LARGEST_PAYLOAD
              + " are allowed. Nothing was changed. Fix: part it into several, or keep large files"
              + " elsewhere and their key here.");
    }
  }

  /**
   * Writes versions of the keys that have changed.
   *
   * @param before the group as it is, and its values
   * @return the index that makes them the group's, once it is written
   */
  Index write(String id, String type, Map<String, String> values, Index before, Values old)
      throws GoogleFailure {
    Map<String, String> keys =
        ofEach(
            values.keySet(),
            key -> {
              String value = values.getOrDefault(key, "");
              String known = before.keys.get(key);
              return known != null && value.equals(old.byKey.get(key))
                  ? known
                  : add(id, key, value, known != null && !known.isEmpty());
            });
    Set<String> removed = new TreeSet<>(before.keys.keySet());
    removed.removeAll(keys.keySet());
    return new Index(type, keys, removed);
  }

  private String add(String group, String key, String value, boolean there) throws GoogleFailure {
    if (value.isEmpty()) {
      return "";
    }
    String id = KeyIds.id(group, key);
    if (there) {
      try {
        return Long.toString(client.add(id, bytes(value)));
      } catch (GoogleFailure failure) {
        // Somebody has deleted it.
        if (failure.kind() != Kind.MISSING) {
          throw failure;
        }
      }
    }
    createKey(group, key, id);
    return Long.toString(client.add(id, bytes(value)));
  }

  private void createKey(String group, String key, String id) throws GoogleFailure {
    try {
      GoogleSecret unused =
          client.create(
              new GoogleSecret(
                  id, Map.of(GROUP, KeyIds.label(group)), Map.of(GROUP, group, KEY, key), ""));
    } catch (GoogleFailure failure) {
      // Left from a group that was not finished or not all deleted.
      if (failure.kind() != Kind.EXISTS) {
        throw failure;
      }
    }
  }

  /** The values of a group. Do not print it. */
  record Values(Map<String, String> byKey) {
    static final Values NONE = new Values(Map.of());

    @Override
    public String toString() {
      return "Values" + byKey.keySet();
    }
  }

  /**
   * Reads the versions that an index names.
   *
   * @throws GoogleFailure as missing or as precondition when one is gone
   */
  Values values(String id, Index index) throws GoogleFailure {
    return new Values(
        ofEach(
            index.keys.keySet(),
            key -> {
              String version = index.keys.getOrDefault(key, "");
              return version.isEmpty()
                  ? ""
                  : Payload.text(client.access(KeyIds.id(id, key), version).payload());
            }));
  }

  SecretDocument document(Index index, Values values, long version) {
    return new SecretDocument(
        Json.write(values.byKey), index.type, Optional.of(Long.toString(version)));
  }

  /**
   * After a new index: deletes the secrets of keys that neither it nor the one before has, and
   * retires versions of keys that neither needs.
   */
  void cleanUp(String id, Index before, Index after) throws GoogleFailure {
    List<String> unneeded = new ArrayList<>(before.removed);
    unneeded.removeAll(after.keys.keySet());
    unneeded.removeAll(after.removed);
    deleteKeys(id, unneeded);
    Set<String> kept = new TreeSet<>(before.keys.keySet());
    kept.retainAll(after.keys.keySet());
    Map<String, Boolean> unused =
        ofEach(
            kept,
            key -> {
              String version = before.keys.getOrDefault(key, "");
              if (!version.isEmpty()) {
                oldVersions.retireBefore(KeyIds.id(id, key), Long.parseLong(version));
              }
              return true;
            });
  }

  /**
   * Deletes the secrets of all keys, also of those that a writer that died has left. The index has
   * to go last, so that this can be repeated.
   */
  void deleteKeys(String id, Index index) throws GoogleFailure {
    Set<String> keys = new TreeSet<>(index.keys.keySet());
    keys.addAll(index.removed);
    for (GoogleSecret secret : client.list(GROUP, KeyIds.label(id))) {
      String key = secret.annotation(KEY);
      // Others may have such a label, too.
      if (secret.annotation(GROUP).equals(id) && secret.id().equals(KeyIds.id(id, key))) {
        keys.add(key);
      }
    }
    deleteKeys(id, keys);
  }

  private void deleteKeys(String id, Collection<String> keys) throws GoogleFailure {
    Map<String, Boolean> unused =
        ofEach(
            keys,
            key -> {
              try {
                client.delete(KeyIds.id(id, key));
                return true;
              } catch (GoogleFailure failure) {
                if (failure.kind() != Kind.MISSING) {
                  throw failure;
                }
                return false;
              }
            });
  }

  /** What a call gives for each key, in their order; the calls are made side by side. */
  private static <A> Map<String, A> ofEach(
      Collection<String> keys, ParallelCalls.Call<String, A, GoogleFailure> call)
      throws GoogleFailure {
    try {
      Map<String, A> answers = new LinkedHashMap<>();
      Iterator<A> each = ParallelCalls.make(keys, call).iterator();
      for (String key : keys) {
        answers.put(key, each.next());
      }
      return answers;
    } catch (InterruptedException e) {
      throw GoogleFailure.interrupted();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
