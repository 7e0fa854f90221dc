package dev.lockstep.gcp;

import java.util.LinkedHashMap;
import java.util.Map;

/** Recognises a further attempt at an operation, before which the first one may have been done. */
final class RepeatedTokens {
  private static final int MOST = 256;

  private final Map<String, Boolean> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /** Whether this token was asked for before. */
  synchronized boolean isRepeated(String token) {
    return seen.put(token, true) != null;
  }
}
