package dev.lockstep.cli.stack;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Prompt;
import dev.lockstep.cli.host.State;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.Configuration;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep stack delete}. */
final class DeleteStack extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage().description("Delete a stack, after asking; its components stay.");
    Options.positional(spec, "NAME", true, "the stack's name");
    Options.yes(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String name = arguments.requiredPositional(0);
    State state = State.of(host);
    Configuration configuration = state.file().load();
    // What cannot be done is said before anybody is asked.
    GivenNames.check(() -> configuration.deleteStack(name));
    ActiveHere.refuse(name, state, host, configuration);
    if (!arguments.flag("--yes")) {
      new Prompt(host)
          .confirm(
              "Delete the stack '" + name + "'? Its components stay.",
              "The stack '" + name + "' was not deleted.");
    }
    GivenNames.check(() -> state.file().update(all -> all.deleteStack(name)));
    host.messages().say("Deleted the stack '" + name + "'.");
    return ExitCode.SUCCESS;
  }
}
