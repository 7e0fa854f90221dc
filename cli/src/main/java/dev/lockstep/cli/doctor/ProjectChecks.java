package dev.lockstep.cli.doctor;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.run.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The project that the working folder is in, and what its compiler left. */
final class ProjectChecks {
  private static final String[] COMPILED = {"target/classes", "build/classes/java/main"};

  private final Path folder;
  private final Map<String, String> environment;
  private final @Nullable Target named;

  ProjectChecks(Host host, @Nullable Target named) {
    this.folder = host.workingFolder();
    this.environment = host.environment();
    this.named = named;
  }

  void check(Findings findings) {
    Path project = project();
    if (project != null) {
      new BuildChecks(project, JavaChecks.compilerVersion(environment)).check(findings);
    }
    Target target = named;
    for (int i = 0; i < COMPILED.length && target == null && project != null; i++) {
      if (Files.isDirectory(project.resolve(COMPILED[i]))) {
        target = target(project.resolve(COMPILED[i]));
      }
    }
    if (target != null) {
      new TargetChecks(target).check(findings);
    }
  }

  private static @Nullable Target target(Path path) {
    try {
      return Target.of(path.toString(), path);
    } catch (CommandException e) {
      return null; // Nobody has named it.
    }
  }

  /** The nearest folder upwards with a build. */
  private @Nullable Path project() {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("pom.xml"))
          || Files.exists(at.resolve("build.gradle"))
          || Files.exists(at.resolve("build.gradle.kts"))) {
        return at;
      }
    }
    return null;
  }
}
