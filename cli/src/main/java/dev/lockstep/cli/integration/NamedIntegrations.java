package dev.lockstep.cli.integration;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.stack.Integration;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The integrations that a command line names. */
final class NamedIntegrations {
  private NamedIntegrations() {}

  static void describe(CommandSpec spec) {
    Options.rest(spec, "INTEGRATION", "one or more of " + Names.list(Integration.names()));
  }

  /** The integrations, each once; unknown names are refused before anything is done. */
  static List<Integration> of(Arguments arguments) {
    List<Integration> named = new ArrayList<>();
    for (String name : arguments.rest()) {
      Integration integration = Integration.named(name).orElseThrow(() -> unknown(name));
      if (!named.contains(integration)) {
        named.add(integration);
      }
    }
    if (named.isEmpty()) {
      throw CommandException.usage(
          "INTEGRATION is missing. There are: "
              + Names.list(Integration.names())
              + ".\n  More: lockstep integration list");
    }
    return named;
  }

  private static CommandException unknown(String name) {
    return CommandException.usage(
        "There is no integration '"
            + name
            + "'."
            + Suggestion.didYouMean(name, Integration.names())
            + " There are: "
            + Names.list(Integration.names())
            + ".\n  More: lockstep integration list");
  }
}
