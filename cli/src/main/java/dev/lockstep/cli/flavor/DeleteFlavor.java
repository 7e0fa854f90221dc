package dev.lockstep.cli.flavor;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Prompt;
import dev.lockstep.cli.host.State;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.AvailableFlavor;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.FlavorRegistry;
import dev.lockstep.stack.RegisteredFlavor;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secrets-manager flavor delete} and its like. */
final class DeleteFlavor extends Command {
  private final ComponentType type;

  DeleteFlavor(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description("Forget a registered flavor, after asking; the jar it came from stays.");
    Options.positional(spec, "FLAVOR", true, "the flavor's name");
    Options.yes(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String name = arguments.requiredPositional(0);
    State state = State.of(host);
    FlavorRegistry registry = new FlavorRegistry(state.home());
    Optional<RegisteredFlavor> registered = registry.find(type, name);
    if (registered.isEmpty()) {
      throw notRegistered(name, state);
    }
    refuseInUse(name, state.file().load());
    if (!arguments.flag("--yes")) {
      new Prompt(host)
          .confirm(
              "Delete the " + type.noun() + " flavor '" + name + "'?",
              "The flavor '" + name + "' was not deleted.");
    }
    registry.delete(registered.get());
    host.messages().say("Deleted the " + type.noun() + " flavor '" + name + "'.");
    return ExitCode.SUCCESS;
  }

  private void refuseInUse(String name, Configuration configuration) {
    List<String> users = new ArrayList<>();
    for (Component component : configuration.components(type)) {
      if (component.flavor().equals(name)) {
        users.add(component.name());
      }
    }
    if (!users.isEmpty()) {
      throw CommandException.usage(
          "The flavor '"
              + name
              + "' is used by the "
              + type.noun()
              + (users.size() == 1 ? " " : "s ")
              + Names.list(users)
              + ".\n  Fix: delete "
              + (users.size() == 1 ? "it" : "them")
              + " first: lockstep "
              + type.label()
              + " delete "
              + users.get(0));
    }
  }

  private static String whereElse(AvailableFlavor available) {
    return switch (available.origin()) {
      case BUILT_IN -> "built in, and cannot be deleted.";
      case INTEGRATION ->
          available.place().isEmpty()
              ? "part of the integration '"
                  + available.integration()
                  + "', which is not installed either."
              : "part of an integration.\n  Fix: lockstep integration uninstall "
                  + available.integration();
      case CLASS_PATH, REGISTERED ->
          "on the class path.\n  Fix: remove it there: " + available.place();
    };
  }

  private CommandException notRegistered(String name, State state) {
    List<String> names = new ArrayList<>();
    for (AvailableFlavor available : state.flavors().list(type)) {
      if (available.origin() == AvailableFlavor.Origin.REGISTERED) {
        names.add(available.name());
      } else if (available.name().equals(name)) {
        return CommandException.usage(
            "The "
                + type.noun()
                + " flavor '"
                + name
                + "' was not registered: it is "
                + whereElse(available));
      }
    }
    return CommandException.usage(
        "There is no registered "
            + type.noun()
            + " flavor '"
            + name
            + "'."
            + Suggestion.didYouMean(name, names)
            + " There are: "
            + Names.list(names)
            + ".\n  More: lockstep "
            + type.label()
            + " flavor list");
  }
}
