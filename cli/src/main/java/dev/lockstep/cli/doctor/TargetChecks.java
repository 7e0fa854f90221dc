package dev.lockstep.cli.doctor;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.run.ClassScan;
import dev.lockstep.cli.run.Target;
import dev.lockstep.descriptor.DescriptorException;
import dev.lockstep.descriptor.PipelineDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiled pipelines: whether the processor saw them, and whether they are up to date. */
final class TargetChecks {
  private static final String PIPELINES = "pipelines";

  /** A compiler writes a class and its runner within this time of each other. */
  private static final Duration ONE_BUILD = Duration.ofMinutes(1);

  private final Target target;

  TargetChecks(Target target) {
    this.target = target;
  }

  void check(Findings findings) {
    List<PipelineDescriptor> pipelines;
    try {
      pipelines = target.pipelines();
    } catch (DescriptorException e) {
      findings.problem(
          PIPELINES,
          String.valueOf(e.getMessage()),
          "compile it again with the processor's version");
      return;
    } catch (CommandException e) {
      findings.problem(PIPELINES, String.valueOf(e.getMessage()), "");
      return;
    }
    int before = findings.all().size();
    List<String> described = new ArrayList<>();
    for (PipelineDescriptor pipeline : pipelines) {
      described.add(pipeline.className());
      runner(pipeline, findings);
    }
    for (String marked : ClassScan.of(target.path()).pipelines()) {
      if (!described.contains(marked)) {
        findings.problem(
            PIPELINES,
            marked
                + " in "
                + target.path()
                + " is marked with @Pipeline and has no descriptor:"
                + " lockstep-processor did not run.",
            "name it in the build's annotationProcessorPaths, and build again");
      }
    }
    if (findings.all().size() == before) {
      findings.ok(PIPELINES, target.path() + " has " + pipelines.size() + ", all up to date.");
    }
  }

  private void runner(PipelineDescriptor pipeline, Findings findings) {
    for (String name : List.of(pipeline.className(), pipeline.runner())) {
      if (!target.reaches(name.replace('.', '/') + ".class")) {
        findings.problem(
            PIPELINES,
            target.path()
                + " describes the pipeline '"
                + pipeline.name()
                + "', but "
                + name
                + " is not in it.",
            "build again, from an empty folder: mvn clean compile");
        return;
      }
    }
    FileTime compiled = changed(target.path().resolve(file(pipeline.className())));
    FileTime generated = changed(target.path().resolve(file(pipeline.runner())));
    FileTime written = changed(source(pipeline));
    if (compiled != null && written != null && written.compareTo(compiled) > 0) {
      findings.warning(
          PIPELINES, source(pipeline) + " was changed after it was compiled.", "mvn compile");
    } else if (compiled != null
        && generated != null
        && compiled.toInstant().minus(ONE_BUILD).isAfter(generated.toInstant())) {
      findings.warning(
          PIPELINES,
          "The runner of '"
              + pipeline.name()
              + "' is older than its class: it may have been compiled"
              + " without the processor since.",
          "build again, from an empty folder: mvn clean compile");
    }
  }

  private static String file(String className) {
    return className.replace('.', '/') + ".class";
  }

  /** Where Maven and Gradle have the source of a class that lies in their output. */
  private @Nullable Path source(PipelineDescriptor pipeline) {
    String outermost = pipeline.className();
    int nested = outermost.indexOf('$');
    String file =
        (nested < 0 ? outermost : outermost.substring(0, nested)).replace('.', '/') + ".java";
    Path path = target.path();
    for (String output : new String[] {"target/classes", "build/classes/java/main"}) {
      if (path.endsWith(output)) {
        Path project = path;
        for (int i = 0; i < Path.of(output).getNameCount() && project != null; i++) {
          project = project.getParent();
        }
        return project == null ? null : project.resolve("src/main/java").resolve(file);
      }
    }
    return null;
  }

  private static @Nullable FileTime changed(@Nullable Path file) {
    try {
      return file == null ? null : Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return null; // In a jar, or not there.
    }
  }
}
