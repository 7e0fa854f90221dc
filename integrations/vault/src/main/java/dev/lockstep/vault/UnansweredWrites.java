package dev.lockstep.vault;

import java.util.LinkedHashSet;
import java.util.Set;

/** The tokens of operations one of whose writes got no answer, so that it may have been done. */
final class UnansweredWrites {
  /** More than are under way at once; what was given up on is forgotten some time. */
  private static final int MOST = 1_000;

  private final Set<String> tokens = new LinkedHashSet<>();

  synchronized void add(String token) {
    if (tokens.size() == MOST) {
      tokens.remove(tokens.iterator().next());
    }
    tokens.add(token);
  }

  synchronized boolean contains(String token) {
    return tokens.contains(token);
  }

  synchronized void remove(String token) {
    tokens.remove(token);
  }
}
