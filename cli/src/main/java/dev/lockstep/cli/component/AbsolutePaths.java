package dev.lockstep.cli.component;

import dev.lockstep.cli.host.Host;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.FlavorOption;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Attributes that are paths, as they are stored: a relative one means the folder in which it was
 * given. Stored as it is, it would mean another file in every other folder, and a store that seems
 * to be empty there.
 */
final class AbsolutePaths {
  private AbsolutePaths() {}

  /** The attributes with paths that mean the same everywhere; others, and references, as given. */
  static Map<String, String> of(
      ComponentFlavor<?> flavor, Map<String, String> attributes, Host host) {
    Map<String, String> stored = new LinkedHashMap<>(attributes);
    for (FlavorOption option : flavor.options()) {
      String value = stored.get(option.name());
      if (value != null && option.type().equals("path") && isRelative(value)) {
        stored.put(option.name(), host.workingFolder().resolve(value).normalize().toString());
      }
    }
    return stored;
  }

  private static boolean isRelative(String value) {
    try {
      return !value.isEmpty()
          && !value.startsWith("~/")
          && value.indexOf("{{") < 0
          && !Path.of(value).isAbsolute();
    } catch (InvalidPathException e) {
      return false; // Which is told when attributes are checked.
    }
  }
}
