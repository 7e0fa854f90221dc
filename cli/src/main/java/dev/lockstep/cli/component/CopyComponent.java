package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secrets-manager copy} and its like. */
final class CopyComponent extends Command {
  private final ComponentType type;

  CopyComponent(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Set up another "
                + type.noun()
                + " with the same attributes. What is stored is not copied.");
    Options.positional(spec, "NAME", true, "its name");
    Options.positional(spec, "NEW", true, "the name of the copy");
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String from = arguments.requiredPositional(0);
    String to = arguments.requiredPositional(1);
    State state = State.of(host);
    Configuration configuration = state.file().load();
    GivenNames.check(() -> configuration.copyComponent(type, from, to));
    Component copy = configuration.component(type, from).withName(to);
    ComponentFlavor<?> flavor = state.flavors().find(type, copy.flavor());
    SharedPlaces places = new SharedPlaces(state.home(), host.environment());
    String problem = places.problem(flavor, copy, configuration);
    if (problem != null) {
      throw CommandException.usage(
          "The "
              + type.noun()
              + " '"
              + from
              + "' was not copied: "
              + problem
              + ".\n  Fix: lockstep "
              + type.label()
              + " copy "
              + from
              + " ANOTHER_NAME");
    }
    String refusal = new ComponentTrial(state, host).refusal(flavor, copy);
    if (refusal != null) {
      throw Refusal.of(
          "The " + type.noun() + " '" + from + "' was not copied",
          List.of(refusal),
          "lockstep " + type.label() + " flavor describe " + flavor.name());
    }
    GivenNames.check(() -> state.file().update(all -> all.copyComponent(type, from, to)));
    host.messages()
        .say(
            "Copied the "
                + type.noun()
                + " '"
                + from
                + "' to '"
                + to
                + "'."
                + stored(from, to, places.shared(flavor, copy)));
    return ExitCode.SUCCESS;
  }

  private String stored(String from, String to, @Nullable String shared) {
    if (shared != null) {
      return " Both have the same "
          + shared
          + ", so they share what is stored there.\n  To separate them: lockstep "
          + type.label()
          + " update "
          + to
          + " --"
          + shared
          + "=VALUE";
    }
    return switch (type) {
      case ORCHESTRATOR -> "";
      case SECRETS_MANAGER ->
          " What '"
              + from
              + "' stored was not copied.\n  To copy secrets: lockstep secret copy --all --from "
              + from
              + " --to "
              + to;
      default -> " What '" + from + "' stored was not copied.";
    };
  }
}
