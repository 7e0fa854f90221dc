package dev.lockstep.testing.vault;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a name of a KV engine of version 2 stands for: its versions and what is said of them. */
final class KvEntry {
  private static final int DEFAULT_VERSIONS = 10;

  /** One version; what was deleted can be had again, what was destroyed cannot. */
  static final class Version {
    final Instant created;
    @Nullable Map<String, @Nullable Object> data;
    @Nullable Instant deleted;
    boolean destroyed;

    Version(Map<String, @Nullable Object> data, Instant created) {
      this.data = new TreeMap<>(data);
      this.created = created;
    }

    boolean isReadable(Instant now) {
      return !destroyed && (deleted == null || deleted.isAfter(now));
    }

    Map<String, @Nullable Object> describe() {
      Map<String, @Nullable Object> text = new TreeMap<>();
      text.put("created_time", created.toString());
      text.put("deletion_time", deleted == null ? "" : deleted.toString());
      text.put("destroyed", destroyed);
      return text;
    }
  }

  final TreeMap<Long, Version> versions = new TreeMap<>();
  final Instant created;
  @Nullable Map<String, Object> custom;
  Instant updated;
  long current;
  long metadataVersion;
  long maxVersions;
  boolean casRequired;
  long deleteAfterSeconds;

  KvEntry(Instant now) {
    this.created = now;
    this.updated = now;
  }

  Version write(Map<String, @Nullable Object> data, Instant now) {
    Version version = new Version(data, now);
    if (deleteAfterSeconds > 0) {
      version.deleted = now.plusSeconds(deleteAfterSeconds);
    }
    current++;
    updated = now;
    versions.put(current, version);
    while (versions.size() > (maxVersions > 0 ? maxVersions : DEFAULT_VERSIONS)) {
      versions.pollFirstEntry();
    }
    return version;
  }

  Map<String, @Nullable Object> describe(long number, Version version) {
    Map<String, @Nullable Object> text = version.describe();
    text.put("version", number);
    text.put("custom_metadata", custom);
    return text;
  }

  Map<String, @Nullable Object> describe() {
    Map<String, @Nullable Object> all = new TreeMap<>();
    versions.forEach((number, version) -> all.put(number.toString(), version.describe()));
    Map<String, @Nullable Object> text = new TreeMap<>();
    text.put("cas_required", casRequired);
    text.put("created_time", created.toString());
    text.put("current_metadata_version", metadataVersion);
    text.put("current_version", current);
    text.put("custom_metadata", custom);
    text.put("delete_version_after", deleteAfterSeconds + "s");
    text.put("max_versions", maxVersions);
    text.put("oldest_version", versions.isEmpty() || current < 10 ? 0 : versions.firstKey());
    text.put("updated_time", updated.toString());
    text.put("versions", all);
    return text;
  }
}
