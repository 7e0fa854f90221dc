package dev.lockstep.gcp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the provider secret of one key of a group is called: the group's id, four hyphens and the
 * key, in which a dot becomes {@code ---2e} and a hyphen beside a dot or a hyphen {@code ---2d}. No
 * name of a secret becomes an id with four hyphens in a row, so that keys are never taken for
 * secrets, nor one key for another.
 */
final class KeyIds {
  private static final String BETWEEN = "----";

  private static final int LONGEST_ID = 255;

  /** What stands behind a group's id when the key itself would be too long. */
  static final int LONGEST_SUFFIX = BETWEEN.length() + 1 + 64;

  private static final int LONGEST_LABEL = 63;

  private KeyIds() {}

  static String id(String group, String key) {
    StringBuilder id = new StringBuilder(group).append(BETWEEN);
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c == '.') {
        id.append("---2e");
      } else if (c == '-' && (isDashes(key, i - 1) || isDashes(key, i + 1))) {
        id.append("---2d");
      } else {
        id.append(c);
      }
    }
    // No key begins with a digit.
    return id.length() <= LONGEST_ID ? id.toString() : group + BETWEEN + "0" + hash(key);
  }

  private static boolean isDashes(String key, int at) {
    return at >= 0 && at < key.length() && (key.charAt(at) == '-' || key.charAt(at) == '.');
  }

  /** By which other tools find the keys of a group: the group's id, or its hash if no label. */
  static String label(String group) {
    if (group.length() > LONGEST_LABEL) {
      return hash(group).substring(0, LONGEST_LABEL);
    }
    for (int i = 0; i < group.length(); i++) {
      if (group.charAt(i) >= 'A' && group.charAt(i) <= 'Z') {
        return hash(group).substring(0, LONGEST_LABEL);
      }
    }
    return group;
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
