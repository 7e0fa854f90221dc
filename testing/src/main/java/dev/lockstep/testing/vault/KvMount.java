package dev.lockstep.testing.vault;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A KV secrets engine of version 2, as its API documentation tells and as OpenBao answers. What no
 * client here uses is left out: patches, subkeys, detailed lists.
 */
final class KvMount implements Mount {
  /** What an entry of the integrated storage holds by default. */
  private static final int LARGEST_ENTRY = 1 << 20;

  private static final int CUSTOM_KEYS = 64;
  private static final int CUSTOM_KEY = 128;
  private static final int CUSTOM_VALUE = 512;

  private final TreeMap<String, KvEntry> entries = new TreeMap<>();
  private final Clock clock;
  private boolean casRequired;

  KvMount(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String version() {
    return "2";
  }

  @Override
  public boolean isThere(String path) {
    return entries.containsKey(path.substring(path.indexOf('/') + 1));
  }

  @Override
  public VaultAnswer answer(VaultRequest request) {
    String path = request.path();
    if (path.equals("config")) {
      return config(request);
    }
    int slash = path.indexOf('/');
    String area = slash < 0 ? path : path.substring(0, slash);
    String name = slash < 0 ? "" : path.substring(slash + 1);
    if (request.method().equals("POST") && name.endsWith("/")) {
      return VaultAnswer.error(400, "cannot write to a path ending in '/'");
    }
    return switch (area) {
      case "data" -> data(name, request);
      case "metadata" -> metadata(name, request);
      case "delete", "undelete", "destroy" ->
          request.method().equals("POST") ? change(area, name, request) : VaultAnswer.UNSUPPORTED;
      default -> VaultAnswer.error(404, "Invalid path for a versioned K/V secrets engine.");
    };
  }

  private VaultAnswer config(VaultRequest request) {
    if (request.method().equals("POST")) {
      casRequired = request.body().flag("cas_required", casRequired);
      return VaultAnswer.NOTHING;
    }
    return VaultAnswer.data(Map.of("cas_required", casRequired, "max_versions", 0));
  }

  private VaultAnswer data(String name, VaultRequest request) {
    return switch (request.method()) {
      case "GET" -> read(name, request.query().getOrDefault("version", "0"));
      case "POST" -> write(name, request.body());
      case "DELETE" -> deleteNewest(name);
      default -> VaultAnswer.UNSUPPORTED;
    };
  }

  private VaultAnswer read(String name, String asked) {
    KvEntry entry = entries.get(name);
    if (entry == null) {
      return VaultAnswer.ABSENT;
    }
    long number = Long.parseLong(asked) > 0 ? Long.parseLong(asked) : entry.current;
    KvEntry.Version version = entry.versions.get(number);
    if (version == null) {
      return VaultAnswer.ABSENT;
    }
    boolean readable = version.isReadable(clock.instant());
    Map<String, @Nullable Object> answer = new TreeMap<>();
    answer.put("data", readable ? version.data : null);
    answer.put("metadata", entry.describe(number, version));
    return VaultAnswer.data(readable ? 200 : 404, answer);
  }

  private VaultAnswer write(String name, JsonObject body) {
    if (name.isEmpty()) {
      return VaultAnswer.error(400, "missing path");
    }
    if (!(body.fields().get("data") instanceof Map<?, ?>)) {
      return VaultAnswer.error(
          400,
          body.fields().containsKey("data")
              ? "error converting input for field \"data\": '' expected type"
                  + " 'map[string]interface {}'"
              : "no data provided");
    }
    Map<String, @Nullable Object> data = body.object("data").fields();
    KvEntry entry = entries.get(name);
    JsonObject options = body.objectOrNull("options");
    Object cas = options == null ? null : options.fields().get("cas");
    if (cas != null) {
      if (number(cas) != (entry == null ? 0 : entry.current)) {
        return VaultAnswer.error(400, "check-and-set parameter did not match the current version");
      }
    } else if (casRequired || (entry != null && entry.casRequired)) {
      return VaultAnswer.error(400, "check-and-set parameter required for this call");
    }
    if (Json.write(data).getBytes(StandardCharsets.UTF_8).length > LARGEST_ENTRY) {
      return VaultAnswer.error(500, "put failed due to value being too large");
    }
    Instant now = clock.instant();
    if (entry == null) {
      entry = new KvEntry(now);
      entries.put(name, entry);
    }
    KvEntry.Version version = entry.write(data, now);
    return VaultAnswer.data(entry.describe(entry.current, version));
  }

  private static long number(Object value) {
    return value instanceof Number number ? number.longValue() : Long.parseLong(value.toString());
  }

  private VaultAnswer deleteNewest(String name) {
    KvEntry entry = entries.get(name);
    if (entry != null) {
      delete(entry, List.of(entry.current));
    }
    return VaultAnswer.NOTHING;
  }

  private void delete(KvEntry entry, List<Long> numbers) {
    for (long number : numbers) {
      KvEntry.Version version = entry.versions.get(number);
      if (version != null && version.isReadable(clock.instant())) {
        version.deleted = clock.instant();
      }
    }
  }

  private VaultAnswer change(String what, String name, VaultRequest request) {
    List<Long> numbers = new ArrayList<>();
    if (request.body().fields().get("versions") instanceof List<?> versions) {
      for (Object version : versions) {
        numbers.add(number(version == null ? 0 : version));
      }
    }
    if (numbers.isEmpty()) {
      return VaultAnswer.error(400, "No version number provided");
    }
    KvEntry entry = entries.get(name);
    if (entry == null) {
      return VaultAnswer.NOTHING;
    }
    switch (what) {
      case "delete" -> delete(entry, numbers);
      case "undelete" -> {
        for (long number : numbers) {
          KvEntry.Version version = entry.versions.get(number);
          if (version != null && !version.destroyed) {
            version.deleted = null;
          }
        }
      }
      default -> {
        for (long number : numbers) {
          KvEntry.Version version = entry.versions.get(number);
          if (version != null) {
            version.destroyed = true;
            version.data = null;
          }
        }
      }
    }
    return VaultAnswer.NOTHING;
  }

  private VaultAnswer metadata(String name, VaultRequest request) {
    return switch (request.method()) {
      case "GET" -> {
        KvEntry entry = entries.get(name);
        yield entry == null ? VaultAnswer.ABSENT : VaultAnswer.data(entry.describe());
      }
      case "POST" -> writeMetadata(name, request);
      case "LIST" -> list(name);
      case "DELETE" -> {
        entries.remove(name);
        yield VaultAnswer.NOTHING;
      }
      default -> VaultAnswer.UNSUPPORTED;
    };
  }

  private VaultAnswer writeMetadata(String name, VaultRequest request) {
    JsonObject body = request.body();
    JsonObject custom = body.objectOrNull("custom_metadata");
    if (custom != null && !isAllowed(custom.fields())) {
      return VaultAnswer.error(400, "1 error occurred:\n\t* custom_metadata validation failed\n\n");
    }
    KvEntry entry = entries.get(name);
    Object cas = body.fields().get("metadata_cas");
    if (cas != null && number(cas) != (entry == null ? 0 : entry.metadataVersion)) {
      return VaultAnswer.error(
          400, "metadata check-and-set parameter does not match the current version");
    }
    if (entry == null) {
      entry = new KvEntry(clock.instant());
      entries.put(name, entry);
    }
    entry.metadataVersion++;
    entry.updated = clock.instant();
    entry.maxVersions = body.number("max_versions", entry.maxVersions);
    entry.casRequired = body.flag("cas_required", entry.casRequired);
    if (body.fields().containsKey("delete_version_after")) {
      entry.deleteAfterSeconds = request.seconds("delete_version_after");
    }
    if (custom != null) {
      Map<String, Object> kept = new TreeMap<>();
      custom.fields().forEach((key, value) -> kept.put(key, String.valueOf(value)));
      entry.custom = kept;
    }
    return VaultAnswer.NOTHING;
  }

  private static boolean isAllowed(Map<String, @Nullable Object> custom) {
    if (custom.size() > CUSTOM_KEYS) {
      return false;
    }
    for (Map.Entry<String, @Nullable Object> entry : custom.entrySet()) {
      if (!isAllowed(entry.getKey(), CUSTOM_KEY)
          || !isAllowed(String.valueOf(entry.getValue()), CUSTOM_VALUE)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(String text, int longest) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return bytes > 0 && bytes <= longest && text.chars().noneMatch(Character::isISOControl);
  }

  /** One level; a name that goes on is a folder, and a name can be both. */
  private VaultAnswer list(String folder) {
    String start = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    TreeSet<String> keys = new TreeSet<>();
    for (String name : entries.tailMap(start, true).keySet()) {
      if (!name.startsWith(start)) {
        break;
      }
      String rest = name.substring(start.length());
      int slash = rest.indexOf('/');
      keys.add(slash < 0 ? rest : rest.substring(0, slash + 1));
    }
    Map<String, Object> data = new HashMap<>();
    data.put("keys", List.copyOf(keys));
    return keys.isEmpty() ? VaultAnswer.ABSENT : VaultAnswer.data(data);
  }
}
