package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.CommandException;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                  new Component(type, name, flavor.name(), attributes(arguments.unknown()));
              dev.lockstep.stack.Options.check(flavor, made);
              warnAboutPlainSecrets(host, flavor, made);
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

  /** What is wrong is not repeated whole: it may hold a password. */
  private Map<String, String> attributes(List<String> arguments) {
    List<String> problems = new ArrayList<>();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--") || equals < 3) {
        problems.add("attributes are given as --ATTRIBUTE=VALUE");
        continue;
      }
      String attribute = argument.substring(2, equals).replace('-', '_');
      if (attributes.put(attribute, argument.substring(equals + 1)) != null) {
        problems.add("the attribute '" + attribute + "' is given twice");
      }
    }
    if (!problems.isEmpty()) {
      throw CommandException.usage(
          "The " + type.noun() + " was not registered: " + String.join("; ", problems) + ".");
    }
    return attributes;
  }

  private static void warnAboutPlainSecrets(
      Host host, ComponentFlavor<?> flavor, Component component) {
    for (FlavorOption option : flavor.options()) {
      if (option.sensitive() && component.attributes().containsKey(option.name())) {
        host.messages()
            .warn(
                "The attribute '"
                    + option.name()
                    + "' is sensitive and is stored as plain text in the configuration.");
      }
    }
  }
}
