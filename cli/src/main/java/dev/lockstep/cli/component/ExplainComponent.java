package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.output.DisplayText;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.AvailableFlavor;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Stack;
import dev.lockstep.stack.StackException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secrets-manager explain} and its like. */
final class ExplainComponent extends Command {
  private final ComponentType type;

  ExplainComponent(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Say what the "
                + type.noun()
                + " of a stack is for, which flavors there are, and which one is in use.");
    Options.stack(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    State state = State.of(host);
    StringBuilder text = new StringBuilder(purpose()).append("\n\nFlavors:\n");
    for (AvailableFlavor available : state.flavors().list(type)) {
      boolean known = !available.description().isEmpty();
      text.append("  ").append(available.name()).append(": ");
      text.append(known ? available.description() : "cannot be used");
      boolean missing = !available.ready() && known;
      text.append(missing ? " (not ready: see flavor list)" : "").append('\n');
    }
    text.append('\n').append(inUse(arguments, state)).append("\nMore: lockstep ");
    text.append(type.label()).append(" flavor describe FLAVOR\n");
    host.output().write(DisplayText.escapeLines(text.toString()));
    return ExitCode.SUCCESS;
  }

  private String purpose() {
    return switch (type) {
      case ORCHESTRATOR ->
          """
          The orchestrator of a stack decides where the steps of a pipeline execute: in the runner's
          process, in one process each, or on other machines. It starts a step when the steps are done
          that it depends on. Every stack has one.""";
      case ARTIFACT_STORE ->
          """
          The artifact store of a stack holds what steps return, so that later steps can take it, on
          other machines too, and a later run can use it again. Every stack has one.""";
      case METADATA_STORE ->
          """
          The metadata store of a stack holds the record of runs: which steps ran when, with which
          parameters, which artifacts and which secrets by name, and how they ended. It never holds a
          secret's value. Every stack has one.""";
      case SECRETS_MANAGER ->
          """
          The secrets manager of a stack stores secrets: named groups of keys and values. A step gets
          the secrets that it declares and no others, read right before it starts. Stacks for
          development and production have one each, so that the same pipeline uses other passwords.
          A stack without one runs pipelines that need no secrets.""";
    };
  }

  private String inUse(Arguments arguments, State state) {
    Configuration configuration = state.file().load();
    Stack stack;
    try {
      stack = state.activeStack(arguments.text("--stack"), configuration).stack();
    } catch (StackException e) {
      return String.valueOf(e.getMessage());
    }
    String name = stack.component(type).orElse(null);
    if (name == null) {
      return "The stack '" + stack.name() + "' has none.";
    }
    Component component = configuration.component(type, name);
    return "The stack '"
        + stack.name()
        + "' has the "
        + type.noun()
        + " '"
        + name
        + "' of flavor '"
        + component.flavor()
        + "'.";
  }
}
