package dev.lockstep.cli.component;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The attributes of a component, as they stand on the command line. */
final class GivenAttributes {
  private GivenAttributes() {}

  /** Reads them. What is wrong is not repeated whole: it may hold a password. */
  static Map<String, String> read(ComponentType type, List<String> arguments) {
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
          "The " + type.noun() + " was left as it is: " + String.join("; ", problems) + ".");
    }
    return attributes;
  }

  static void warnAboutPlainSecrets(Host host, ComponentFlavor<?> flavor, Set<String> given) {
    for (FlavorOption option : flavor.options()) {
      if (option.sensitive() && given.contains(option.name())) {
        host.messages()
            .warn(
                "The attribute '"
                    + option.name()
                    + "' is sensitive and is stored as plain text in the configuration.");
      }
    }
  }
}
