package dev.lockstep.stack;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that components of a flavor may have; {@code --name=value} on the command line.
 *
 * @param name the attribute's name, in snake_case
 * @param type {@code text}, {@code path}, {@code uri}, {@code int}, {@code long}, {@code double},
 *     {@code boolean}, {@code duration} (ISO 8601), or the allowed words separated by {@code |}
 * @param defaultValue what an absent attribute means, or null
 * @param required whether a component must have it
 * @param sensitive whether its value is never shown
 * @param description what it is for
 */
public record FlavorOption(
    String name,
    String type,
    @Nullable String defaultValue,
    boolean required,
    boolean sensitive,
    String description) {
  private static final Set<String> TYPES =
      Set.of("text", "path", "uri", "int", "long", "double", "boolean", "duration");

  /** An attribute that may be absent and has no default. */
  public static FlavorOption optional(String name, String type, String description) {
    return new FlavorOption(name, type, null, false, false, description);
  }

  /** An attribute that may be absent. */
  public static FlavorOption withDefault(
      String name, String type, String defaultValue, String description) {
    return new FlavorOption(name, type, defaultValue, false, false, description);
  }

  /** An attribute that must be there. */
  public static FlavorOption required(String name, String type, String description) {
    return new FlavorOption(name, type, null, true, false, description);
  }

  /** The same attribute, whose value is never shown. */
  public FlavorOption asSensitive() {
    return new FlavorOption(name, type, defaultValue, required, true, description);
  }

  /** The words that the type allows; empty when it is not a choice. */
  public List<String> choices() {
    return TYPES.contains(type) ? List.of() : List.of(type.split("\\|"));
  }
}
