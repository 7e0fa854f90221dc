package dev.lockstep.processor;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What sources of tests are compiled against. A compiler opens every file of its class path for
 * each compilation anew, so the tools of the tests themselves are left out.
 */
final class ClassPath {
  private static final Pattern JARS =
      Pattern.compile("(lockstep-|jackson-|jspecify-|lombok-|slf4j-|auto-value-).*");

  private ClassPath() {}

  static List<File> entries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(file -> file.isDirectory() || JARS.matcher(file.getName()).matches())
        .toList();
  }
}
