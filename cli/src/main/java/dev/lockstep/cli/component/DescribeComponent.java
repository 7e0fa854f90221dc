package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Stack;
import dev.lockstep.stack.StackException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secrets-manager describe} and its like. */
final class DescribeComponent extends Command {
  private final ComponentType type;

  DescribeComponent(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Show a " + type.noun() + ": each attribute, and what it is when it is not set.");
    Options.positional(spec, "NAME", false, "its name; the active stack's one without it");
    Options.output(spec);
    Options.stack(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    State state = State.of(host);
    Configuration configuration = state.file().load();
    String name = arguments.positional(0);
    Component component =
        name == null
            ? ActiveComponent.of(type, arguments, state, configuration).component()
            : GivenNames.check(() -> configuration.component(type, name));
    List<String> stacks = new ArrayList<>();
    for (Stack stack : configuration.users(type, component.name())) {
      stacks.add(stack.name());
    }
    ComponentFlavor<?> flavor = flavor(state, component, host);
    Map<String, Object> data = new ComponentView(state.flavors()).data(component);
    Map<String, String> defaults = defaults(flavor, component, state, host);
    List<String> missing = missing(flavor, component);
    data.put("defaults", defaults);
    data.put("missing", missing);
    data.put("stacks", stacks);
    Table head =
        new Table("NAME", "FLAVOR", "STACKS")
            .row(component.name(), component.flavor(), String.join(", ", stacks))
            .whole();
    Table attributes = attributes(flavor, component, shown(data), defaults);
    Report.write(host, format, data, head, attributes);
    return ExitCode.SUCCESS;
  }

  @SuppressWarnings("unchecked") // ComponentView makes it.
  private static Map<String, String> shown(Map<String, Object> data) {
    return (Map<String, String>) data.getOrDefault("attributes", Map.of());
  }

  private @Nullable ComponentFlavor<?> flavor(State state, Component component, Host host) {
    try {
      return state.flavors().find(type, component.flavor());
    } catch (StackException e) {
      host.messages().warn(String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** What the attributes that are not set stand for, when they stand for something. */
  private static Map<String, String> defaults(
      @Nullable ComponentFlavor<?> flavor, Component component, State state, Host host) {
    Map<String, String> defaults = new LinkedHashMap<>();
    if (flavor == null) {
      return defaults;
    }
    Map<String, String> derived =
        new SharedPlaces(state.home(), host.environment()).derived(flavor, component);
    for (FlavorOption option : flavor.options()) {
      String standard = derived.getOrDefault(option.name(), option.defaultValue());
      if (standard != null && !component.attributes().containsKey(option.name())) {
        defaults.put(option.name(), option.sensitive() ? SecretValue.MASK : standard);
      }
    }
    return defaults;
  }

  private static List<String> missing(@Nullable ComponentFlavor<?> flavor, Component component) {
    List<String> missing = new ArrayList<>();
    if (flavor != null) {
      for (FlavorOption option : flavor.options()) {
        if (option.required() && !component.attributes().containsKey(option.name())) {
          missing.add(option.name());
        }
      }
    }
    return missing;
  }

  private static Table attributes(
      @Nullable ComponentFlavor<?> flavor,
      Component component,
      Map<String, String> shown,
      Map<String, String> defaults) {
    Table table = new Table("ATTRIBUTE", "VALUE", "FROM").whole();
    Map<String, String> others = new LinkedHashMap<>(shown);
    if (flavor != null) {
      for (FlavorOption option : flavor.options()) {
        String name = option.name();
        String value = others.remove(name);
        if (value != null) {
          boolean plain = value.equals(component.attributes().get(name));
          table.row(name, value, plain && value.startsWith("{{") ? "reference" : "set");
        } else if (defaults.containsKey(name)) {
          table.row(name, defaults.getOrDefault(name, ""), "default");
        } else {
          table.row(name, "", option.required() ? "missing" : "not set");
        }
      }
    }
    for (Map.Entry<String, String> other : others.entrySet()) {
      table.row(other.getKey(), other.getValue(), flavor == null ? "set" : "set, but unknown");
    }
    return table;
  }
}
