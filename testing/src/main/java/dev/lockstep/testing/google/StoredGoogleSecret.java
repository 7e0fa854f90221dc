package dev.lockstep.testing.google;

import dev.lockstep.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A secret with its versions. Guarded by the lock of the state that holds it. */
final class StoredGoogleSecret {
  private final String name;
  private final Map<String, Object> replication;
  private final Instant created = Instant.now();
  private final List<StoredVersion> versions = new ArrayList<>();
  private Map<String, String> labels;
  private Map<String, String> annotations;
  private String destroyTtl;
  private int changes;

  StoredGoogleSecret(String name, boolean regional, JsonObject secret) throws Refusal {
    this.name = name;
    this.replication = SecretRules.replication(secret, regional);
    this.labels = SecretRules.labels(secret);
    this.annotations = SecretRules.annotations(secret);
    this.destroyTtl = SecretRules.destroyTtl(secret);
  }

  String name() {
    return name;
  }

  Map<String, String> labels() {
    return labels;
  }

  boolean delaysDestruction() {
    return !destroyTtl.isEmpty();
  }

  void checkEtag(String etag) throws Refusal {
    if (!etag.isEmpty() && !etag.equals(etag())) {
      throw new Refusal(
          GoogleStatus.FAILED_PRECONDITION, "The etag of [" + name + "] is another one.");
    }
  }

  private String etag() {
    return "\"s" + changes + "\"";
  }

  /** Replaces the fields that the mask names, by any of its spellings. */
  void update(JsonObject secret, String mask) throws Refusal {
    checkEtag(secret.string("etag", ""));
    Map<String, String> newLabels = labels;
    Map<String, String> newAnnotations = annotations;
    String newTtl = destroyTtl;
    if (mask.isEmpty()) {
      throw SecretRules.invalid("Field [update_mask] is required.");
    }
    for (String field : mask.split(",", -1)) {
      switch (field.replace("_", "").toLowerCase(Locale.ROOT)) {
        case "labels" -> newLabels = SecretRules.labels(secret);
        case "annotations" -> newAnnotations = SecretRules.annotations(secret);
        case "versiondestroyttl" -> newTtl = SecretRules.destroyTtl(secret);
        case "replication" -> throw SecretRules.invalid("Field [replication] is immutable.");
        default -> throw SecretRules.invalid("This double cannot update the field " + field + ".");
      }
    }
    labels = newLabels;
    annotations = newAnnotations;
    destroyTtl = newTtl;
    changes++;
  }

  StoredVersion add(byte[] payload) {
    StoredVersion version =
        new StoredVersion(name + "/versions/" + (versions.size() + 1), payload.clone());
    versions.add(version);
    return version;
  }

  /** The newest first, as they are listed. */
  List<StoredVersion> versions() {
    List<StoredVersion> newestFirst = new ArrayList<>();
    for (StoredVersion version : versions) {
      newestFirst.add(0, version);
    }
    return newestFirst;
  }

  /** A version by its number, or the newest one in whatever state. */
  StoredVersion version(String id) throws Refusal {
    if (id.equals("latest")) {
      if (versions.isEmpty()) {
        throw new Refusal(
            GoogleStatus.NOT_FOUND, "Secret [" + name + "] not found or has no versions.");
      }
      return versions.get(versions.size() - 1);
    }
    for (StoredVersion version : versions) {
      if (version.name().endsWith("/" + id)) {
        return version;
      }
    }
    throw new Refusal(
        GoogleStatus.NOT_FOUND, "Secret Version [" + name + "/versions/" + id + "] not found.");
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.putAll(replication);
    json.put("createTime", created.toString());
    if (!labels.isEmpty()) {
      json.put("labels", labels);
    }
    if (!annotations.isEmpty()) {
      json.put("annotations", annotations);
    }
    if (!destroyTtl.isEmpty()) {
      json.put("versionDestroyTtl", destroyTtl);
    }
    json.put("etag", etag());
    return json;
  }
}
