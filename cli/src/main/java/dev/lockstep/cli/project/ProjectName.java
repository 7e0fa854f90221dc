package dev.lockstep.cli.project;

import dev.lockstep.cli.host.CommandException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a new project is called.
 *
 * @param artifact its Maven artifactId
 * @param packageName the package of its code
 */
record ProjectName(String artifact, String packageName) {
  private static final String FALLBACK = "pipelines";
  private static final int LONGEST = 50;

  /**
   * The names that were given; what was not given is made of the folder's name, whatever that is.
   *
   * @throws CommandException when a given name cannot be one
   */
  static ProjectName of(Path folder, @Nullable String name, @Nullable String packageName) {
    Path last = folder.getFileName();
    String artifact = name == null ? artifact(last == null ? "" : last.toString()) : name;
    if (!isArtifact(artifact)) {
      throw CommandException.usage(
          "'"
              + artifact
              + "' cannot be the name of a Maven project, which has letters, digits, '_', '.' and"
              + " '-', and begins with a letter or digit.\n  Fix: --name "
              + artifact(artifact));
    }
    String code = packageName == null ? packageOf(artifact) : packageName;
    if (!isPackage(code)) {
      throw CommandException.usage(
          "'"
              + code
              + "' cannot be the name of a package for your code.\n  Fix: --package "
              + packageOf(artifact(code)));
    }
    return new ProjectName(artifact, code);
  }

  /** The package as a path. */
  String folder() {
    return packageName.replace('.', '/');
  }

  /** Letters and digits of ASCII, in lower case, and hyphens in place of all else. */
  private static String artifact(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder artifact = new StringBuilder();
    for (int i = 0; i < plain.length() && artifact.length() < LONGEST; i++) {
      char c = plain.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        artifact.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK
          && artifact.length() > 0
          && artifact.charAt(artifact.length() - 1) != '-') {
        artifact.append('-');
      }
    }
    while (artifact.length() > 0 && artifact.charAt(artifact.length() - 1) == '-') {
      artifact.setLength(artifact.length() - 1);
    }
    return artifact.length() == 0 ? FALLBACK : artifact.toString();
  }

  /** As the Java Language Specification says that names are made fit, in section 6.1. */
  private static String packageOf(String artifact) {
    StringBuilder name = new StringBuilder();
    for (String part : artifact.toLowerCase(Locale.ROOT).replace('-', '_').split("\\.", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      name.append(name.length() == 0 ? "" : ".");
      name.append(Character.isDigit(part.charAt(0)) ? "_" : "").append(part);
      // Nobody's code may be in a package 'java'.
      boolean taken = SourceVersion.isKeyword(part) || part.equals("java");
      name.append(taken ? "_" : "");
    }
    return name.toString();
  }

  private static boolean isArtifact(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!alphanumeric && (i == 0 || (c != '_' && c != '.' && c != '-'))) {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= 2 * LONGEST;
  }

  private static boolean isPackage(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 'z') {
        return false; // Folders and class paths that are not ASCII trouble many a tool.
      }
    }
    return SourceVersion.isName(name)
        && name.length() <= 4 * LONGEST
        && !name.equals("java")
        && !name.startsWith("java.");
  }
}
