package dev.lockstep.gcp;

import com.google.cloud.secretmanager.v1.Secret;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Secret Manager holds of a secret beside its versions. The type is an annotation and not a
 * label, because labels have too few characters for some names of types; what a list has to find is
 * a label, because lists filter by labels only.
 *
 * @param etag what the service calls this state of it
 */
record GoogleSecret(
    String id, Map<String, String> labels, Map<String, String> annotations, String etag) {
  /** The annotation that holds the schema type. */
  static final String TYPE = "lockstep-type";

  /** The label, {@code true}, of every secret that was registered through Lockstep. */
  static final String MANAGED = "lockstep-managed";

  /** The annotation, {@value PerKeyGroups#LAYOUT}, of a group of provider secrets. */
  static final String LAYOUT = "lockstep-layout";

  /**
   * The annotation that a secret has until its first version is there: the token of the operation
   * that registers it.
   */
  static final String REGISTERING = "lockstep-registering";

  static GoogleSecret of(Secret secret) {
    return new GoogleSecret(
        secret.getName().substring(secret.getName().lastIndexOf('/') + 1),
        secret.getLabelsMap(),
        secret.getAnnotationsMap(),
        secret.getEtag());
  }

  String annotation(String name) {
    return annotations.getOrDefault(name, "");
  }

  /** The same with an annotation, or without it when the value is empty. */
  GoogleSecret annotated(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(annotations);
    if (value.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new GoogleSecret(id, labels, changed, etag);
  }

  GoogleSecret labelled(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(labels);
    changed.put(name, value);
    return new GoogleSecret(id, changed, annotations, etag);
  }
}
