package dev.lockstep.cli.integration;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Prompt;
import dev.lockstep.cli.host.State;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Integration;
import dev.lockstep.stack.IntegrationRegistry;
import dev.lockstep.text.Names;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep integration uninstall}. */
final class UninstallIntegrations extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis("lockstep integration uninstall INTEGRATION... [-y]")
        .description(
            "Remove integrations with their jars, after asking. One whose flavor a component has"
                + " stays.");
    NamedIntegrations.describe(spec);
    Options.yes(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    List<Integration> named = NamedIntegrations.of(arguments);
    State state = State.of(host);
    IntegrationRegistry registry = new IntegrationRegistry(state.home());
    List<Integration> installed = new ArrayList<>();
    for (Integration integration : named) {
      if (registry.find(integration.name()).isPresent()) {
        installed.add(integration);
      } else {
        host.messages().say("The integration '" + integration.name() + "' is not installed.");
      }
    }
    if (installed.isEmpty()) {
      return ExitCode.SUCCESS;
    }
    refuseInUse(installed, state.file().load());
    if (!arguments.flag("--yes")) {
      new Prompt(host).confirm("Uninstall " + listed(installed) + "?", "Nothing was uninstalled.");
    }
    for (Integration integration : installed) {
      registry.uninstall(integration);
      host.messages().say("Uninstalled the integration '" + integration.name() + "'.");
    }
    return ExitCode.SUCCESS;
  }

  private static String listed(List<Integration> integrations) {
    List<String> names = new ArrayList<>();
    for (Integration integration : integrations) {
      names.add("'" + integration.name() + "'");
    }
    return (names.size() == 1 ? "the integration " : "the integrations ")
        + String.join(", ", names);
  }

  private static void refuseInUse(List<Integration> integrations, Configuration configuration) {
    for (Integration integration : integrations) {
      List<String> users = new ArrayList<>();
      List<String> commands = new ArrayList<>();
      for (Integration.Brought brought : integration.flavors()) {
        for (Component component : configuration.components(brought.type())) {
          if (component.flavor().equals(brought.name())) {
            users.add("the " + brought.type().noun() + " '" + component.name() + "'");
            commands.add("lockstep " + brought.type().label() + " delete " + component.name());
          }
        }
      }
      if (!users.isEmpty()) {
        throw CommandException.usage(
            "Nothing was uninstalled: the integration '"
                + integration.name()
                + "' is used by "
                + Names.list(users)
                + ".\n  Fix: delete "
                + (users.size() == 1 ? "it" : "them")
                + " first: "
                + String.join("; ", commands));
      }
    }
  }
}
