package dev.lockstep.artifact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package of a user's module that Jackson may not look into.
 *
 * @param to the module that asked, or empty for one without a name
 */
record ClosedPackage(String module, String name, String to) {
  /** How the JDK says it; Jackson hands the text on, though not always the exception. */
  private static final Pattern SAID =
      Pattern.compile(
          "module (\\S+) does not \"(?:opens|exports) (\\S+)\" to (?:unnamed )?module (\\S+)");

  /** Finds out whether a message is about one. The JDK's own are nobody's to open. */
  static Optional<ClosedPackage> in(String message) {
    Matcher said = SAID.matcher(message);
    if (!said.find() || said.group(1).startsWith("java.") || said.group(1).startsWith("jdk.")) {
      return Optional.empty();
    }
    String to = said.group(3).startsWith("@") ? "" : said.group(3);
    return Optional.of(new ClosedPackage(said.group(1), said.group(2), to));
  }

  /** What is wrong, and the line that mends it. */
  String explanation() {
    return "the module '"
        + module
        + "' does not open the package '"
        + name
        + "' to Jackson. Fix: add 'opens "
        + name
        + (to.isEmpty() ? "" : " to " + to)
        + ";' to its module-info.java, or name a Materializer with @Step(materializer = ...).";
  }
}
