package dev.lockstep.cli.run;

import dev.lockstep.cli.command.CommandException;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the pipeline that is meant. */
final class Pipelines {
  private Pipelines() {}

  static PipelineDescriptor choose(Target target, @Nullable String wanted) {
    List<PipelineDescriptor> pipelines = target.pipelines();
    List<String> names = new ArrayList<>();
    List<PipelineDescriptor> matches = new ArrayList<>();
    for (PipelineDescriptor pipeline : pipelines) {
      names.add(pipeline.name());
      if (wanted == null || isCalled(pipeline, wanted)) {
        matches.add(pipeline);
      }
    }
    if (pipelines.isEmpty()) {
      throw CommandException.usage(
          target.path()
              + " has no pipelines: there is no META-INF/lockstep in it."
              + "\n  Fix: compile it with lockstep-processor as annotation processor.");
    }
    if (matches.size() == 1) {
      return matches.get(0);
    }
    if (wanted == null) {
      throw CommandException.usage(
          target.path()
              + " has several pipelines: "
              + Names.list(names)
              + ".\n  Fix: lockstep run "
              + target.path()
              + " PIPELINE");
    }
    if (matches.isEmpty()) {
      throw CommandException.usage(
          target.path()
              + " has no pipeline '"
              + wanted
              + "'."
              + Suggestion.didYouMean(wanted, names)
              + " It has: "
              + Names.list(names)
              + ".");
    }
    List<String> classes = new ArrayList<>();
    matches.forEach(match -> classes.add(match.className()));
    throw CommandException.usage(
        "Several pipelines are called '"
            + wanted
            + "'.\n  Fix: name one of the classes: "
            + Names.list(classes));
  }

  private static boolean isCalled(PipelineDescriptor pipeline, String name) {
    String className = pipeline.className();
    int simple = Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1;
    return pipeline.name().equals(name)
        || className.equals(name)
        || className.substring(simple).equals(name);
  }
}
