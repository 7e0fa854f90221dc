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
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep stack remove-component}. */
final class RemoveComponent extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis("lockstep stack remove-component [STACK] -x")
        .description(
            "Take the secrets manager out of a stack; it stays registered, and its secrets stay.",
            "The other components cannot be taken out, only replaced: lockstep stack update");
    Options.positional(spec, "STACK", false, "the stack's name; the active stack without it");
    Options.flag(spec, "the secrets manager", "-x", "--secrets-manager");
    Options.flag(spec, "refused: every stack needs one", "-o", "--orchestrator");
    Options.flag(spec, "refused: every stack needs one", "-a", "--artifact-store");
    Options.flag(spec, "refused: every stack needs one", "-m", "--metadata-store");
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    State state = State.of(host);
    Configuration configuration = state.file().load();
    Stack stack = GivenNames.check(() -> state.stack(arguments.positional(0), configuration));
    refuseRequired(arguments, stack);
    if (!arguments.flag("--secrets-manager")) {
      throw CommandException.usage("Nothing to remove. Give -x.");
    }
    if (stack.component(ComponentType.SECRETS_MANAGER).isEmpty()) {
      throw CommandException.usage("The stack '" + stack.name() + "' has no secrets manager.");
    }
    Configuration changed =
        GivenNames.check(
            () ->
                state
                    .file()
                    .update(
                        all ->
                            all.updateStack(
                                all.stack(stack.name()).without(ComponentType.SECRETS_MANAGER))));
    host.messages().say("The stack '" + stack.name() + "' has no secrets manager any more.");
    new ReferenceWarnings(state, host, changed).ofStack(changed.stack(stack.name()));
    return ExitCode.SUCCESS;
  }

  private static void refuseRequired(Arguments arguments, Stack stack) {
    for (ComponentType type : ComponentType.values()) {
      if (type.required() && arguments.flag("--" + type.label())) {
        throw CommandException.usage(
            "The "
                + type.noun()
                + " cannot be removed from the stack '"
                + stack.name()
                + "': every stack needs one. Fix: put another one in its place: lockstep stack"
                + " update "
                + stack.name()
                + " --"
                + type.label()
                + " NAME");
      }
    }
  }
}
