package dev.lockstep.cli.stack;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.Configuration;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep stack set}. */
final class SetStack extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description("Make a stack the active one: in a project for that project, else for you.");
    Options.positional(spec, "NAME", true, "the stack's name");
    Options.flag(spec, "for you, even in a project", "-g", "--global");
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String name = arguments.requiredPositional(0);
    State state = State.of(host);
    Configuration configuration = state.file().load();
    GivenNames.check(() -> configuration.stack(name));
    ActiveStackFile.set(state, host, configuration, name, arguments.flag("--global"));
    return ExitCode.SUCCESS;
  }
}
