package dev.lockstep.cli.stack;

import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.values.ValueFile;
import dev.lockstep.stack.ComponentType;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sensitive attributes that {@code --attribute TYPE.ATTRIBUTE=VALUE} gives to an import. What
 * is said of wrong ones never repeats a value.
 */
final class GivenLeftOut {
  private final Map<ComponentType, Map<String, String>> values = new EnumMap<>(ComponentType.class);

  private GivenLeftOut() {}

  static GivenLeftOut of(List<String> arguments, Host host, List<String> problems) {
    GivenLeftOut given = new GivenLeftOut();
    boolean typed = false;
    for (String argument : arguments) {
      typed |= given.read(argument, host, problems);
    }
    if (typed) {
      host.messages()
          .warn(
              "A value on the command line stays in the shell's history and shows in process"
                  + " lists. --attribute TYPE.ATTRIBUTE=@FILE avoids that.");
    }
    return given;
  }

  /** Returns whether a value was typed that is no reference. */
  private boolean read(String argument, Host host, List<String> problems) {
    int equals = argument.indexOf('=');
    int dot = argument.indexOf('.');
    Optional<ComponentType> type =
        dot < 0 || equals < dot ? Optional.empty() : ComponentType.of(argument.substring(0, dot));
    if (type.isEmpty()) {
      problems.add(
          "--attribute is given as TYPE.ATTRIBUTE=VALUE, such as artifact-store.token=@FILE");
      return false;
    }
    String name = argument.substring(dot + 1, equals).replace('-', '_');
    String text = argument.substring(equals + 1);
    boolean file = text.startsWith("@") && !text.startsWith("@@");
    if (file) {
      try {
        text = ValueFile.read(text.substring(1), host).stripTrailing();
      } catch (ValueFile.UnreadableException e) {
        problems.add(
            "the file behind the @ of --attribute "
                + type.get().label()
                + "."
                + name
                + " "
                + e.getMessage());
        return false;
      }
    } else if (text.startsWith("@@")) {
      text = text.substring(1);
    }
    if (values.computeIfAbsent(type.get(), t -> new LinkedHashMap<>()).put(name, text) != null) {
      problems.add("--attribute " + type.get().label() + "." + name + " is given twice");
    }
    return !file && !text.isEmpty() && !text.contains("{{");
  }

  /** The attributes of a type's component. */
  Map<String, String> of(ComponentType type) {
    return values.getOrDefault(type, Map.of());
  }
}
