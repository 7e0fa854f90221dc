package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Prompt;
import dev.lockstep.cli.host.State;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secrets-manager delete} and its like. */
final class DeleteComponent extends Command {
  private final ComponentType type;

  DeleteComponent(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description("Forget the configuration of one, after asking; what it stored stays.");
    Options.positional(spec, "NAME", true, "its name");
    Options.yes(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String name = arguments.requiredPositional(0);
    State state = State.of(host);
    Configuration configuration = state.file().load();
    // What cannot be done is said before anybody is asked.
    GivenNames.check(() -> configuration.deleteComponent(type, name));
    if (!arguments.flag("--yes")) {
      new Prompt(host)
          .confirm(
              "Delete the " + type.noun() + " '" + name + "'? What it stored stays.",
              "The " + type.noun() + " '" + name + "' was not deleted.");
    }
    GivenNames.check(() -> state.file().update(all -> all.deleteComponent(type, name)));
    host.messages().say("Deleted the " + type.noun() + " '" + name + "'.");
    return ExitCode.SUCCESS;
  }
}
