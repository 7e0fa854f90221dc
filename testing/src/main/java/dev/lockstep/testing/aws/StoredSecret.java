package dev.lockstep.testing.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A secret, its versions and their staging labels. */
final class StoredSecret {
  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";

  /** The quota; versions of less than a day are not pruned, and all are that young here. */
  private static final int MOST_VERSIONS = 100;

  private static final int MOST_LABELS = 20;

  /** One value of a secret. */
  record Version(
      String id,
      @Nullable String text,
      @Nullable String binary,
      Set<String> labels,
      Instant created) {
    boolean holds(@Nullable String otherText, @Nullable String otherBinary) {
      return Objects.equals(text, otherText) && Objects.equals(binary, otherBinary);
    }
  }

  private final String name;
  private final String arn;
  private final Map<String, Version> versions = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private @Nullable Instant deletion;
  private @Nullable Instant gone;

  StoredSecret(String name, String arn) {
    this.name = name;
    this.arn = arn;
  }

  /** As it is now, for a listing that lags behind. */
  StoredSecret copy() {
    StoredSecret copy = new StoredSecret(name, arn);
    copy.tags.putAll(tags);
    copy.versions.putAll(versions);
    copy.deletion = deletion;
    copy.gone = gone;
    return copy;
  }

  String name() {
    return name;
  }

  String arn() {
    return arn;
  }

  Map<String, String> tags() {
    return tags;
  }

  /** The date of its deletion, if there is one. */
  @Nullable Instant deletion() {
    return deletion;
  }

  /** Whether its deletion is over. */
  boolean isGone() {
    return gone != null && !gone.isAfter(Instant.now());
  }

  /** Will be deleted, and will be gone a while after that. */
  void delete(Instant date, Instant gone) {
    this.deletion = date;
    this.gone = gone;
  }

  void restore() {
    deletion = null;
    gone = null;
  }

  void refuseDeleted() {
    if (deletion != null) {
      throw ServiceError.deleted();
    }
  }

  @Nullable Version version(String id) {
    return versions.get(id);
  }

  @Nullable Version labelled(String label) {
    for (Version version : versions.values()) {
      if (version.labels().contains(label)) {
        return version;
      }
    }
    return null;
  }

  /** Adds a version, or finds that this very one is there. */
  void put(String id, @Nullable String text, @Nullable String binary, List<String> labels) {
    Version same = versions.get(id);
    if (same != null) {
      if (same.holds(text, binary)) {
        return;
      }
      throw new ServiceError(
          "ResourceExistsException",
          "You can't use ClientRequestToken " + id + " because that value is already in use.");
    }
    if (versions.size() >= MOST_VERSIONS) {
      throw new ServiceError("LimitExceededException", "The secret has too many versions.");
    }
    versions.put(id, new Version(id, text, binary, new LinkedHashSet<>(), Instant.now()));
    List<String> given = labels.isEmpty() ? List.of(CURRENT) : labels;
    for (String label : given) {
      move(label, id);
    }
  }

  /** Takes a label from where it is, and puts it on a version. */
  void move(String label, String to) {
    Version target = versions.get(to);
    if (target == null) {
      throw ServiceError.missing();
    }
    Version from = labelled(label);
    if (target.labels().contains(label)) {
      return;
    }
    if (from != null) {
      from.labels().remove(label);
    }
    if (target.labels().size() >= MOST_LABELS) {
      throw new ServiceError("LimitExceededException", "The version has too many labels.");
    }
    target.labels().add(label);
    if (label.equals(CURRENT)) {
      target.labels().remove(PREVIOUS);
      if (from != null) {
        move(PREVIOUS, from.id());
      }
    }
  }

  Map<String, List<String>> labels() {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (Version version : versions.values()) {
      if (!version.labels().isEmpty()) {
        labels.put(version.id(), new ArrayList<>(version.labels()));
      }
    }
    return labels;
  }
}
