package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.StackException;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secrets-manager remove-attribute} and its like. */
final class RemoveAttribute extends Command {
  private final ComponentType type;

  RemoveAttribute(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis("lockstep " + type.label() + " remove-attribute NAME ATTRIBUTE...")
        .description("Remove attributes, so that their defaults hold again.");
    Options.positional(spec, "NAME", true, "its name");
    Options.positional(spec, "ATTRIBUTE", false, "what to remove; more may follow");
  }

  /** ZenML writes {@code --attribute}, which is as good. */
  @Override
  protected boolean takesUnknownArguments() {
    return true;
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String name = arguments.requiredPositional(0);
    Set<String> attributes = new LinkedHashSet<>();
    String first = arguments.positional(1);
    if (first != null) {
      attributes.add(attribute(first));
    }
    for (String argument : arguments.unknown()) {
      attributes.add(attribute(argument));
    }
    if (attributes.isEmpty()) {
      throw CommandException.usage(
          "Nothing to remove. Name attributes: lockstep "
              + type.label()
              + " remove-attribute NAME ATTRIBUTE");
    }
    State state = State.of(host);
    Component component = GivenNames.check(() -> state.file().load().component(type, name));
    ComponentFlavor<?> flavor = flavor(state, component, host);
    Configuration changed =
        GivenNames.check(() -> state.file().update(all -> without(all, name, attributes, flavor)));
    host.messages()
        .say(
            "Removed "
                + String.join(", ", attributes)
                + " from the "
                + type.noun()
                + " '"
                + name
                + "'."
                + (flavor == null
                    ? ""
                    : new SharedPlaces(state.home(), host.environment())
                        .left(flavor, component, changed.component(type, name))));
    return ExitCode.SUCCESS;
  }

  private static String attribute(String argument) {
    int begin = argument.startsWith("--") ? 2 : 0;
    int equals = argument.indexOf('=');
    return argument.substring(begin, equals < 0 ? argument.length() : equals).replace('-', '_');
  }

  /** Nobody can say what a flavor needs that is not there; the attribute may be why. */
  private @Nullable ComponentFlavor<?> flavor(State state, Component component, Host host) {
    try {
      return state.flavors().find(type, component.flavor());
    } catch (StackException e) {
      host.messages().warn(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static boolean isRequired(@Nullable ComponentFlavor<?> flavor, String attribute) {
    if (flavor != null) {
      for (FlavorOption option : flavor.options()) {
        if (option.name().equals(attribute)) {
          return option.required();
        }
      }
    }
    return false;
  }

  private Configuration without(
      Configuration all, String name, Set<String> attributes, @Nullable ComponentFlavor<?> flavor) {
    Component component = all.component(type, name);
    Map<String, String> left = new LinkedHashMap<>(component.attributes());
    List<String> problems = new ArrayList<>();
    for (String attribute : attributes) {
      if (left.remove(attribute) == null) {
        problems.add(
            "it has no attribute '"
                + attribute
                + "', only "
                + Names.list(component.attributes().keySet())
                + Suggestion.inParentheses(attribute, component.attributes().keySet()));
      } else if (isRequired(flavor, attribute)) {
        problems.add(
            "the attribute '"
                + attribute
                + "' is required: lockstep "
                + type.label()
                + " update "
                + name
                + " --"
                + attribute
                + "=VALUE changes it");
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(
          "Nothing was removed from the " + type.noun() + " '" + name + "'",
          problems,
          "lockstep " + type.label() + " describe " + name);
    }
    return all.updateComponent(component.withAttributes(left));
  }
}
