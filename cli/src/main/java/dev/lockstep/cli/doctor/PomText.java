package dev.lockstep.cli.doctor;

import org.jspecify.annotations.Nullable;

/**
 * A {@code pom.xml} as far as a look at its text tells. What parents, profiles and imported
 * versions add to it only Maven knows, and asking Maven takes seconds.
 */
final class PomText {
  private final String text;

  PomText(String text) {
    this.text = withoutComments(text);
  }

  private static String withoutComments(String text) {
    StringBuilder rest = new StringBuilder(text.length());
    int from = 0;
    for (int open = text.indexOf("<!--"); open >= 0; open = text.indexOf("<!--", from)) {
      rest.append(text, from, open);
      int close = text.indexOf("-->", open);
      from = close < 0 ? text.length() : close + "-->".length();
    }
    return rest.append(text, from, text.length()).toString();
  }

  boolean holds(String part) {
    return text.contains(part);
  }

  /** Whether a dependency or a path of the compiler names the artifact. */
  boolean uses(String artifact) {
    return text.contains(mention(artifact));
  }

  /** The version that stands beside an artifact, its property resolved; null when none does. */
  @Nullable String version(String artifact) {
    int at = text.indexOf(mention(artifact));
    if (at < 0) {
      return null;
    }
    // The element around it: nothing but its siblings stands between it and the next end.
    int end = Math.min(end("</dependency>", at), end("</path>", at));
    int begin = Math.max(text.lastIndexOf("<dependency>", at), text.lastIndexOf("<path>", at));
    if (begin < 0 || end == text.length()) {
      return null;
    }
    String version = element("version", text.substring(begin, end));
    if (version != null && version.startsWith("${") && version.endsWith("}")) {
      return element(version.substring(2, version.length() - 1), text);
    }
    return version;
  }

  private int end(String tag, int from) {
    int at = text.indexOf(tag, from);
    return at < 0 ? text.length() : at;
  }

  private static String mention(String artifact) {
    return "<artifactId>" + artifact + "</artifactId>";
  }

  private static @Nullable String element(String name, String text) {
    int open = text.indexOf("<" + name + ">");
    int close = text.indexOf("</" + name + ">", open + 1);
    return open < 0 || close < 0 ? null : text.substring(open + name.length() + 2, close).strip();
  }
}
