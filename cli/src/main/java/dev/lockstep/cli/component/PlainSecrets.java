package dev.lockstep.cli.component;

import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import java.util.Map;
import java.util.Set;

/** Warns of what is confidential and now lies in the configuration as plain text. */
final class PlainSecrets {
  private final Host host;
  private final State state;

  PlainSecrets(Host host, State state) {
    this.host = host;
    this.state = state;
  }

  /**
   * Warns of each attribute that was set.
   *
   * @param set what was set, which is not all that the component has
   * @param typed the attributes whose values stand on the command line
   */
  void warn(
      ComponentFlavor<?> flavor, Component component, Map<String, String> set, Set<String> typed) {
    for (FlavorOption option : flavor.options()) {
      String value = option.sensitive() ? set.get(option.name()) : null;
      if (value != null && value.indexOf("{{") < 0) {
        host.messages().warn(warning(component, option.name(), typed.contains(option.name())));
      }
    }
  }

  private String warning(Component component, String attribute, boolean typed) {
    StringBuilder text = new StringBuilder();
    text.append("The attribute '").append(attribute);
    text.append("' is sensitive, and lies in ").append(state.home().configFile());
    text.append(" as plain text, which only you can read.");
    if (typed) {
      text.append(" It also stays in the shell's history: --").append(attribute);
      text.append("=@FILE and -i avoid that.");
    }
    if (component.type() == ComponentType.SECRETS_MANAGER) {
      return text.append("\n  A secrets manager cannot refer to a secret. Where the provider has")
          .append(" credentials of its own (a role, a token file), use those.")
          .toString();
    }
    return text.append("\n  A reference to a secret keeps it out: lockstep ")
        .append(component.type().label())
        .append(" update ")
        .append(component.name())
        .append(" '--")
        .append(attribute)
        .append("={{SECRET.KEY}}'")
        .toString();
  }
}
