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

  /**
   * Declares them.
   *
   * @param complete whether those that every stack needs must be given
   */
  static void describe(CommandSpec spec, boolean complete) {
    declare(spec, complete, "its orchestrator", "-o", "--orchestrator");
    declare(spec, complete, "its artifact store", "-a", "--artifact-store");
    declare(spec, complete, "its metadata store", "-m", "--metadata-store");
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

  private static void declare(
      CommandSpec spec, boolean required, String description, String... names) {
    if (required) {
      Options.required(spec, "NAME", description, names);
    } else {
      Options.text(spec, "NAME", description, names);
    }
  }
}
