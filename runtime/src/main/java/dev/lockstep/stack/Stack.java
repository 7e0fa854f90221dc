package dev.lockstep.stack;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One component of each type, by name.
 *
 * @param name the stack's name
 * @param components the components' names, by their types
 */
public record Stack(String name, Map<ComponentType, String> components) {
  public Stack {
    Map<ComponentType, String> ordered = new EnumMap<>(ComponentType.class);
    ordered.putAll(components);
    components = Collections.unmodifiableMap(ordered);
  }

  /** The name of the stack's component of a type, if it has one. */
  public Optional<String> component(ComponentType type) {
    return Optional.ofNullable(components.get(type));
  }

  /** The same stack under another name. */
  public Stack withName(String name) {
    return new Stack(name, components);
  }

  /** The same stack with another component of a type. */
  public Stack with(ComponentType type, String component) {
    Map<ComponentType, String> changed = new EnumMap<>(ComponentType.class);
    changed.putAll(components);
    changed.put(type, component);
    return new Stack(name, changed);
  }

  /** The same stack without a component of that type. */
  public Stack without(ComponentType type) {
    Map<ComponentType, String> changed = new EnumMap<>(ComponentType.class);
    changed.putAll(components);
    changed.remove(type);
    return new Stack(name, changed);
  }
}
