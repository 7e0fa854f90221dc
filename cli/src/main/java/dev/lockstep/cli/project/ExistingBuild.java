package dev.lockstep.cli.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A project that somebody has set up already: what its build lacks for pipelines. */
final class ExistingBuild {
  private static final String[] BUILDS = {"pom.xml", "build.gradle.kts", "build.gradle"};

  private static final String DEPENDENCY =
      """
      In the <dependencies> of pom.xml:
        <dependency>
          <groupId>dev.lockstep</groupId>
          <artifactId>lockstep-runtime</artifactId>
          <version>__LOCKSTEP__</version>
        </dependency>
      """;

  private static final String PROCESSOR =
      """
      In the <plugins> of its <build>:
        <plugin>
          <groupId>org.apache.maven.plugins</groupId>
          <artifactId>maven-compiler-plugin</artifactId>
          <configuration>
            <annotationProcessorPaths>
              <path>
                <groupId>dev.lockstep</groupId>
                <artifactId>lockstep-processor</artifactId>
                <version>__LOCKSTEP__</version>
              </path>
            </annotationProcessorPaths>
          </configuration>
        </plugin>
      """;

  private static final String GRADLE =
      """
      In the dependencies of the Gradle build:
        implementation("dev.lockstep:lockstep-runtime:__LOCKSTEP__")
        annotationProcessor("dev.lockstep:lockstep-processor:__LOCKSTEP__")
      """;

  private final Path file;

  private ExistingBuild(Path file) {
    this.file = file;
  }

  /** The build in a folder, or null. */
  static @Nullable ExistingBuild in(Path folder) {
    for (String name : BUILDS) {
      if (Files.exists(folder.resolve(name))) {
        return new ExistingBuild(folder.resolve(name));
      }
    }
    return null;
  }

  /** What to add to it, or an empty text when it has all. */
  String advice() throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    boolean runtime = text.contains("lockstep-runtime");
    boolean processor = text.contains("lockstep-processor");
    String advice;
    if (file.endsWith("pom.xml")) {
      processor &= text.contains("annotationProcessorPaths");
      advice = (runtime ? "" : DEPENDENCY) + (processor ? "" : PROCESSOR);
    } else {
      advice = runtime && processor ? "" : GRADLE;
    }
    return advice.replace("__LOCKSTEP__", Versions.LOCKSTEP).stripTrailing();
  }
}
