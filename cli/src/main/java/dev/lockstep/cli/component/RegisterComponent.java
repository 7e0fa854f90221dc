package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secrets-manager register} and its like. */
final class RegisterComponent extends Command {
  private final ComponentType type;

  RegisterComponent(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis(
            "lockstep " + type.label() + " register NAME -f FLAVOR [--ATTRIBUTE=VALUE ...]")
        .description("Set up a new " + type.noun() + ", to be used in stacks.")
        .footer("--ATTRIBUTE=VALUE configures it; which attributes there are is up to the flavor.");
    Options.positional(spec, "NAME", true, "its name");
    Options.required(
        spec, "FLAVOR", "which kind of " + type.noun() + ", such as local", "-f", "-t", "--flavor");
  }

  @Override
  protected boolean takesUnknownArguments() {
    return true;
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String name = arguments.requiredPositional(0);
    State state = State.of(host);
    Component component =
        GivenNames.check(
            () -> {
              ComponentFlavor<?> flavor =
                  state.flavors().find(type, arguments.requiredText("--flavor"));
              Component made =
                  new Component(
                      type, name, flavor.name(), GivenAttributes.read(type, arguments.unknown()));
              dev.lockstep.stack.Options.check(flavor, made);
              GivenAttributes.warnAboutPlainSecrets(host, flavor, made.attributes().keySet());
              return made;
            });
    GivenNames.check(() -> state.file().update(stacks -> stacks.registerComponent(component)));
    host.messages()
        .say(
            "Registered the "
                + type.noun()
                + " '"
                + name
                + "'. Use it in a stack: lockstep stack register NAME -o O -a A -m M -x S");
    return ExitCode.SUCCESS;
  }
}
