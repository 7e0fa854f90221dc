package dev.lockstep.testing.vault;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is mounted and said in one namespace. */
final class VaultNamespace {
  final Map<String, Mount> mounts = new HashMap<>();
  final Map<String, LoginMethod> logins = new HashMap<>();
  final Map<String, VaultPolicy> policies = new HashMap<>();

  VaultNamespace() {
    policies.put("default", VaultPolicy.DEFAULT);
  }

  /** The path, ending in a slash, under which something is mounted that serves that path. */
  static @Nullable String prefix(Map<String, ?> mounted, String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String prefix = path.substring(0, slash + 1);
      if (mounted.containsKey(prefix)) {
        return prefix;
      }
    }
    return null;
  }
}
