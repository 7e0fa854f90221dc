package dev.lockstep.stack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A configured part of a stack.
 *
 * @param type what it is
 * @param name its name, unique among components of its type
 * @param flavor which kind of that type
 * @param attributes its configuration, as texts; a text may refer to a secret as {@code
 *     {{secret.key}}}, see {@link SecretReference}
 */
public record Component(
    ComponentType type, String name, String flavor, Map<String, String> attributes) {
  public Component {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** The same component under another name. */
  public Component withName(String name) {
    return new Component(type, name, flavor, attributes);
  }

  /** The same component with another configuration. */
  public Component withAttributes(Map<String, String> attributes) {
    return new Component(type, name, flavor, attributes);
  }

  /** Names the attributes and shows none: someone may have put a password into one. */
  @Override
  public String toString() {
    return "Component[type="
        + type.label()
        + ", name="
        + name
        + ", flavor="
        + flavor
        + ", attributes="
        + attributes.keySet()
        + "]";
  }
}
