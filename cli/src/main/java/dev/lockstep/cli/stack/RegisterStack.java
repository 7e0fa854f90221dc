package dev.lockstep.cli.stack;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.reference.ReferenceWarnings;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Stack;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep stack register}. */
final class RegisterStack extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis(
            "lockstep stack register NAME -o ORCHESTRATOR -a ARTIFACT_STORE -m METADATA_STORE"
                + " [-x SECRETS_MANAGER] [--set]")
        .description("Make a stack of components that are registered already.");
    Options.positional(spec, "NAME", true, "the new stack's name");
    StackOptions.describe(spec);
    Options.flag(spec, "make it the active stack too", "--set");
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String name = arguments.requiredPositional(0);
    Map<ComponentType, String> components = StackOptions.read(arguments);
    State state = State.of(host);
    Configuration configuration =
        GivenNames.check(
            () -> state.file().update(stacks -> stacks.registerStack(new Stack(name, components))));
    host.messages().say("Registered the stack '" + name + "'.");
    if (arguments.flag("--set")) {
      ActiveStackFile.set(state, host, configuration, name, false);
    }
    new ReferenceWarnings(state, host, configuration).ofStack(configuration.stack(name));
    return ExitCode.SUCCESS;
  }
}
