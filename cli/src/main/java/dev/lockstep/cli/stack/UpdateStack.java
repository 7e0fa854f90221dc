package dev.lockstep.cli.stack;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.reference.ReferenceWarnings;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Stack;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep stack update}. */
final class UpdateStack extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description("Put other components into a stack; those that are not named stay.");
    Options.positional(spec, "NAME", false, "the stack's name; the active stack without it");
    StackOptions.describe(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    Map<ComponentType, String> given = StackOptions.read(arguments);
    if (given.isEmpty()) {
      throw CommandException.usage("Nothing to change. Give -o, -a, -m or -x.");
    }
    State state = State.of(host);
    Configuration before = state.file().load();
    String name = GivenNames.check(() -> state.stack(arguments.positional(0), before)).name();
    Configuration after =
        GivenNames.check(() -> state.file().update(all -> changed(all, name, given)));
    host.messages().say("Updated the stack '" + name + "'.");
    new ReferenceWarnings(state, host, after).ofStack(after.stack(name));
    return ExitCode.SUCCESS;
  }

  private static Configuration changed(
      Configuration all, String name, Map<ComponentType, String> given) {
    Stack stack = all.stack(name);
    for (Map.Entry<ComponentType, String> entry : given.entrySet()) {
      stack = stack.with(entry.getKey(), entry.getValue());
    }
    return all.updateStack(stack);
  }
}
