package dev.lockstep.cli.run;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.output.DisplayText;
import dev.lockstep.cli.output.ShellText;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the pipeline that is meant. */
final class Pipelines {
  private final Target target;
  private final String command;
  private final List<PipelineDescriptor> pipelines;

  private Pipelines(Target target, String command, List<PipelineDescriptor> pipelines) {
    this.target = target;
    this.command = command;
    this.pipelines = pipelines;
  }

  /**
   * The pipelines of a target, at least one.
   *
   * @param command what messages offer to call, such as {@code run}
   * @throws CommandException when there is none, with the reason
   */
  static Pipelines in(Target target, String command) {
    List<PipelineDescriptor> pipelines = target.pipelines();
    if (pipelines.isEmpty()) {
      throw NoPipelines.in(target, command);
    }
    return new Pipelines(target, command, pipelines);
  }

  /** Whether there are several, and none is named. */
  boolean needsChoice(@Nullable String wanted) {
    return wanted == null && pipelines.size() > 1;
  }

  /** The one that is named, or else all of them. */
  List<PipelineDescriptor> chooseOrAll(@Nullable String wanted) {
    return wanted == null ? pipelines : List.of(choose(wanted));
  }

  /** The one that is named, or else the only one. */
  PipelineDescriptor choose(@Nullable String wanted) {
    List<String> names = new ArrayList<>();
    List<PipelineDescriptor> matches = new ArrayList<>();
    for (PipelineDescriptor pipeline : pipelines) {
      names.add(pipeline.name());
      if (wanted == null || isCalled(pipeline, wanted)) {
        matches.add(pipeline);
      }
    }
    if (matches.size() == 1) {
      return matches.get(0);
    }
    if (wanted == null) {
      throw CommandException.usage(
          target.path()
              + " has several pipelines: "
              + Names.list(names)
              + ".\n  Fix: "
              + call()
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
    for (PipelineDescriptor match : matches) {
      classes.add(match.className());
    }
    throw CommandException.usage(
        "Several pipelines are called '"
            + wanted
            + "'.\n  Fix: name one of the classes: "
            + Names.list(classes));
  }

  /** Each pipeline's runner has options of its own, so help begins with which there are. */
  int help(Host host) {
    StringBuilder text = new StringBuilder("Pipelines in " + target.path() + ":\n");
    for (PipelineDescriptor pipeline : pipelines) {
      text.append("  ").append(pipeline.name());
      text.append(pipeline.description().isEmpty() ? "" : "  " + pipeline.description());
      text.append('\n');
    }
    text.append("\nOptions of one of them: ").append(call()).append(" PIPELINE --help\n");
    host.output().write(DisplayText.escapeLines(text.toString()));
    return ExitCode.SUCCESS;
  }

  private String call() {
    return "lockstep " + command + " " + ShellText.word(target.path().toString());
  }

  private static boolean isCalled(PipelineDescriptor pipeline, String name) {
    String className = pipeline.className();
    int simple = Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1;
    return pipeline.name().equals(name)
        || className.equals(name)
        || className.substring(simple).equals(name);
  }
}
