package dev.lockstep.text;

import java.util.Collection;
import java.util.Iterator;
import java.util.TreeSet;

/** Lists of names as messages show them. */
public final class Names {
  private static final int SHOWN = 10;

  private Names() {}

  /** The names sorted and separated by commas, at most ten, then "and N more"; or "none". */
  public static String list(Collection<String> names) {
    if (names.isEmpty()) {
      return "none";
    }
    StringBuilder text = new StringBuilder();
    Iterator<String> sorted = new TreeSet<>(names).iterator();
    for (int i = 0; sorted.hasNext() && i < SHOWN; i++) {
      text.append(i == 0 ? "" : ", ").append(sorted.next());
    }
    if (names.size() > SHOWN) {
      text.append(" and ").append(names.size() - SHOWN).append(" more");
    }
    return text.toString();
  }
}
