package dev.lockstep.gcp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The schema types of versions that were read: a type changes with a new version only, and to ask
 * for it costs a call of which a project has few. Not for long, though: a secret that somebody else
 * deletes and registers anew begins with version 1 again.
 */
final class TypeMemory {
  private static final int MOST = 1_000;

  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(5);

  private record Known(long version, String type, long since) {}

  private final Map<String, Known> byId =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  synchronized @Nullable String type(String id, long version) {
    Known known = byId.get(id);
    return known != null
            && known.version == version
            && System.nanoTime() - known.since < LONGEST_NANOS
        ? known.type
        : null;
  }

  synchronized void put(String id, long version, String type) {
    byId.put(id, new Known(version, type, System.nanoTime()));
  }

  synchronized void forget(String id) {
    byId.remove(id);
  }
}
