package dev.lockstep.cli.run;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What {@code run}, {@code check} and {@code plan} are called with: the same words mean the same.
 *
 * @param target the compiled pipelines
 * @param classPath what else they need, or null
 * @param pipeline which one is meant, or null
 * @param options what the runner gets
 */
record RunnerCall(
    Target target, @Nullable String classPath, @Nullable String pipeline, List<String> options) {

  /** Adds the arguments to a command. */
  static void describe(CommandSpec spec, String command) {
    spec.usageMessage()
        .customSynopsis(
            "lockstep " + command + " [--class-path PATH] TARGET [PIPELINE] [RUNNER OPTIONS]");
    Options.text(
        spec,
        "PATH",
        "further jars and folders that the pipeline needs, as in java --class-path",
        "--class-path");
    Options.stack(spec);
    Options.choice(spec, "FORMAT", "text (the default) or json", "text json", "-o", "--output");
    Options.positional(spec, "TARGET", true, "a jar, or a folder of classes");
    Options.positional(
        spec, "PIPELINE", false, "which pipeline, if TARGET has several: its name or its class");
  }

  static RunnerCall of(Arguments arguments, Host host) {
    Target target = Target.of(arguments.requiredPositional(0), host.workingFolder());
    List<String> options = new ArrayList<>();
    String pipeline = arguments.positional(1);
    List<String> rest = arguments.unknown();
    int from = 0;
    if (pipeline == null && !rest.isEmpty() && !rest.get(0).startsWith("-")) {
      pipeline = rest.get(0);
      from = 1;
    } else if (pipeline != null && pipeline.startsWith("-")) {
      options.add(pipeline);
      pipeline = null;
    }
    options.addAll(rest.subList(from, rest.size()));
    pass(arguments, "--stack", options);
    pass(arguments, "--output", options);
    return new RunnerCall(target, arguments.text("--class-path"), pipeline, options);
  }

  /** An option that stands before TARGET; of two, the one behind it wins. */
  private static void pass(Arguments arguments, String option, List<String> options) {
    String value = arguments.text(option);
    if (value != null) {
      options.add(0, value);
      options.add(0, option);
    }
  }

  /** The same call with a further option. */
  RunnerCall with(String option) {
    List<String> more = new ArrayList<>(options);
    more.add(option);
    return new RunnerCall(target, classPath, pipeline, more);
  }

  /** Whether the runner's help was asked for. */
  boolean asksForHelp() {
    return options.contains("--help") || options.contains("-h");
  }
}
