package dev.lockstep.cli.doctor;

import dev.lockstep.cli.host.Host;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Java that runs, the one that compiles, and Maven. Told by files: no process is started. */
final class JavaChecks {
  private static final int OLDEST = 17;
  private static final int[] OLDEST_MAVEN = {3, 8, 1};

  private final Map<String, String> environment;

  JavaChecks(Host host) {
    this.environment = host.environment();
  }

  void check(Findings findings) {
    findings.ok(
        "java",
        "This runs on Java "
            + System.getProperty("java.version")
            + " in "
            + System.getProperty("java.home")
            + ".");
    compiler(findings);
    maven(findings);
  }

  /** Maven and Gradle compile with JAVA_HOME, or else with what is on the PATH. */
  private void compiler(Findings findings) {
    String home = environment.getOrDefault("JAVA_HOME", "");
    Path javac;
    if (!home.isEmpty()) {
      javac = path(home, "bin/javac");
      if (javac == null || !Files.isExecutable(javac)) {
        findings.problem(
            "javac",
            "JAVA_HOME is " + home + ", where there is no compiler (bin/javac).",
            "set JAVA_HOME to the folder of a JDK from 17 on, or unset it");
        return;
      }
    } else {
      javac = onPath("javac");
      if (javac == null) {
        findings.problem(
            "javac",
            "There is no javac on the PATH, and no JAVA_HOME, so nothing can be compiled.",
            "install a JDK from 17 on (a JRE has no compiler), and set JAVA_HOME to its folder");
        return;
      }
    }
    Path folder = real(javac).getParent();
    Path jdk = folder == null ? null : folder.getParent();
    int version = jdk == null ? 0 : version(jdk);
    String found =
        javac
            + (version == 0 ? "" : " is of JDK " + version)
            + (home.isEmpty() ? "" : " (JAVA_HOME)");
    if (version != 0 && version < OLDEST) {
      findings.problem(
          "javac",
          found + ", and Lockstep needs 17.",
          "set JAVA_HOME to the folder of a newer JDK");
    } else {
      findings.ok("javac", found + ".");
    }
  }

  private void maven(Findings findings) {
    Path maven = onPath("mvn");
    if (maven == null) {
      findings.warning(
          "maven",
          "There is no mvn on the PATH. Only building needs it; a project may also bring its own"
              + " (mvnw), or use Gradle.",
          "install Maven 3.8.1 or newer");
      return;
    }
    String version = mavenVersion(real(maven));
    if (version != null && isOld(version)) {
      findings.problem(
          "maven",
          maven + " is Maven " + version + ", and Lockstep's own build needs 3.8.1.",
          "install a newer one, and put it on the PATH before this one");
    } else {
      findings.ok("maven", maven + (version == null ? "" : " is Maven " + version) + ".");
    }
  }

  /** The major version that the file {@code release} of a JDK tells, or 0. */
  static int version(Path jdk) {
    try {
      for (String line : Files.readAllLines(jdk.resolve("release"))) {
        if (line.startsWith("JAVA_VERSION=")) {
          String version = line.substring("JAVA_VERSION=".length()).replace("\"", "");
          int end = 0;
          while (end < version.length() && Character.isDigit(version.charAt(end))) {
            end++;
          }
          int major = Integer.parseInt(version.substring(0, end));
          return major == 1 ? Integer.parseInt(version.substring(2, 3)) : major;
        }
      }
    } catch (IOException | RuntimeException e) {
      return 0; // Not every JDK has the file, and nothing depends on it.
    }
    return 0;
  }

  /** The version of the compiler that a build would use, or 0. */
  static int compilerVersion(Map<String, String> environment) {
    JavaChecks checks = new JavaChecks(environment);
    String home = environment.getOrDefault("JAVA_HOME", "");
    Path javac = home.isEmpty() ? checks.onPath("javac") : path(home, "bin/javac");
    Path folder = javac == null ? null : real(javac).getParent();
    Path jdk = folder == null ? null : folder.getParent();
    return jdk == null ? 0 : version(jdk);
  }

  private JavaChecks(Map<String, String> environment) {
    this.environment = environment;
  }

  private static @Nullable String mavenVersion(Path mvn) {
    Path bin = mvn.getParent();
    Path home = bin == null ? null : bin.getParent();
    if (home == null) {
      return null;
    }
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(home.resolve("lib"), "maven-core-*.jar")) {
      for (Path jar : jars) {
        String name = String.valueOf(jar.getFileName());
        String version = name.substring("maven-core-".length(), name.length() - ".jar".length());
        // Debian's link tells no more than the major version.
        return version.endsWith(".x") ? null : version;
      }
    } catch (IOException e) {
      return null;
    }
    return null;
  }

  private static boolean isOld(String version) {
    String[] parts = version.split("[.-]", -1);
    for (int i = 0; i < OLDEST_MAVEN.length; i++) {
      int part;
      try {
        part = i < parts.length ? Integer.parseInt(parts[i]) : 0;
      } catch (NumberFormatException e) {
        return false;
      }
      if (part != OLDEST_MAVEN[i]) {
        return part < OLDEST_MAVEN[i];
      }
    }
    return false;
  }

  private @Nullable Path onPath(String program) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path file = folder.isEmpty() ? null : path(folder, program);
      if (file != null && Files.isExecutable(file) && !Files.isDirectory(file)) {
        return file;
      }
    }
    return null;
  }

  private static @Nullable Path path(String folder, String file) {
    try {
      return Path.of(folder).resolve(file);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }
}
