package dev.lockstep.cli.stack;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Options;
import dev.lockstep.stack.ComponentType;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** The options that name a stack's components. */
final class StackOptions {
  private StackOptions() {}

  /** Declares them. Which of them a stack lacks is for the configuration to say, all at once. */
  static void describe(CommandSpec spec) {
    Options.text(spec, "NAME", "its orchestrator", "-o", "--orchestrator");
    Options.text(spec, "NAME", "its artifact store", "-a", "--artifact-store");
    Options.text(spec, "NAME", "its metadata store", "-m", "--metadata-store");
    Options.text(spec, "NAME", "its secrets manager", "-x", "--secrets-manager");
  }

  /** The components that were named. */
  static Map<ComponentType, String> read(Arguments arguments) {
    Map<ComponentType, String> components = new EnumMap<>(ComponentType.class);
    for (ComponentType type : ComponentType.values()) {
      String component = arguments.text("--" + type.label());
      if (component != null) {
        components.put(type, component);
      }
    }
    return components;
  }
}
