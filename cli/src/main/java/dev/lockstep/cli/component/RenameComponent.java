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
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Stack;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code lockstep secrets-manager rename} and its like. Where a component stores things may follow
 * from its name: then that place becomes an attribute, in the same change of the configuration.
 * Nothing is moved, which could fail halfway and would be missed by runs that are under way.
 */
final class RenameComponent extends Command {
  private final ComponentType type;

  RenameComponent(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Give a "
                + type.noun()
                + " another name. The stacks that have it keep it, and it keeps what it stored.");
    Options.positional(spec, "NAME", true, "its name");
    Options.positional(spec, "NEW", true, "its new name");
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String from = arguments.requiredPositional(0);
    String to = arguments.requiredPositional(1);
    State state = State.of(host);
    Configuration configuration = state.file().load();
    GivenNames.check(() -> configuration.renameComponent(type, from, to));
    Component component = configuration.component(type, from);
    ComponentFlavor<?> flavor = state.flavors().find(type, component.flavor());
    SharedPlaces places = new SharedPlaces(state.home(), host.environment());
    Configuration renamed =
        GivenNames.check(() -> state.file().update(all -> renamed(all, from, to, flavor, places)));
    say(host, component, renamed.component(type, to), configuration);
    return ExitCode.SUCCESS;
  }

  private Configuration renamed(
      Configuration all, String from, String to, ComponentFlavor<?> flavor, SharedPlaces places) {
    Component old = all.component(type, from);
    Map<String, String> attributes = new LinkedHashMap<>(old.attributes());
    attributes.putAll(places.derived(flavor, old));
    Configuration renamed = all.renameComponent(type, from, to);
    return attributes.equals(old.attributes())
        ? renamed
        : renamed.updateComponent(old.withName(to).withAttributes(attributes));
  }

  private void say(Host host, Component old, Component fresh, Configuration configuration) {
    StringBuilder text = new StringBuilder("Renamed the ").append(type.noun());
    text.append(" '").append(old.name()).append("' to '").append(fresh.name()).append("'.");
    for (Stack stack : configuration.users(type, old.name())) {
      text.append(" The stack '").append(stack.name()).append("' has it under the new name.");
    }
    for (Map.Entry<String, String> attribute : fresh.attributes().entrySet()) {
      if (!old.attributes().containsKey(attribute.getKey())) {
        text.append("\n  What it stored stays where it is: ").append(attribute.getKey());
        text.append('=').append(attribute.getValue()).append(" is an attribute now.");
      }
    }
    host.messages().say(text.toString());
    if (!fresh.flavor().equals("local") && fresh.attributes().equals(old.attributes())) {
      host.messages()
          .warn(
              "Whether the flavor '"
                  + fresh.flavor()
                  + "' stores things under the component's name is not known here. If it does,"
                  + " they are still under '"
                  + old.name()
                  + "'.");
    }
  }
}
