package dev.lockstep.cli.stack;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.run.console.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep stack copy}. */
final class CopyStack extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description("Make another stack of the same components; both use what these store.");
    Options.positional(spec, "NAME", true, "the stack's name");
    Options.positional(spec, "NEW", true, "the new stack's name");
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String from = arguments.requiredPositional(0);
    String to = arguments.requiredPositional(1);
    State state = State.of(host);
    GivenNames.check(() -> state.file().update(all -> all.copyStack(from, to)));
    host.messages()
        .say("Copied the stack '" + from + "' to '" + to + "'. Both have the same components.");
    return ExitCode.SUCCESS;
  }
}
