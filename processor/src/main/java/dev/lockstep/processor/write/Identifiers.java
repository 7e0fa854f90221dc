package dev.lockstep.processor.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Names that are given once each. Does what JavaPoet's allocator does, which draws a random UUID
 * for every name without a tag: the first loads the JDK's security providers.
 */
final class Identifiers {
  private final Set<String> given = new HashSet<>();
  private final Map<String, String> byTag = new HashMap<>();

  /** A name like the suggested one that is no keyword and was not given before. */
  String newName(String suggestion) {
    StringBuilder name = new StringBuilder(suggestion.length());
    for (int i = 0; i < suggestion.length(); ) {
      int c = suggestion.codePointAt(i);
      if (i == 0 && !Character.isJavaIdentifierStart(c) && Character.isJavaIdentifierPart(c)) {
        name.append('_');
      }
      name.appendCodePoint(Character.isJavaIdentifierPart(c) ? c : '_');
      i += Character.charCount(c);
    }
    while (SourceVersion.isKeyword(name) || !given.add(name.toString())) {
      name.append('_');
    }
    return name.toString();
  }

  /** The same, and remembers the name under a tag of its own. */
  String newName(String suggestion, String tag) {
    String name = newName(suggestion);
    if (byTag.putIfAbsent(tag, name) != null) {
      throw new IllegalArgumentException(tag);
    }
    return name;
  }

  /** The name that was given under a tag. */
  String get(String tag) {
    String name = byTag.get(tag);
    if (name == null) {
      throw new IllegalArgumentException(tag);
    }
    return name;
  }
}
