package dev.lockstep.stack;

import dev.lockstep.home.LockstepHome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a flavor makes a component from.
 *
 * @param component the component's name
 * @param attributes its configuration, references to secrets resolved
 * @param home where local state belongs
 * @param environment the process's variables
 * @param passphrases where a passphrase comes from that stands in none of them
 */
public record ComponentContext(
    String component,
    Map<String, String> attributes,
    LockstepHome home,
    Map<String, String> environment,
    Passphrases passphrases) {
  public ComponentContext {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    environment = Map.copyOf(environment);
  }

  /** A context in which nobody is asked for a passphrase. */
  public ComponentContext(
      String component,
      Map<String, String> attributes,
      LockstepHome home,
      Map<String, String> environment) {
    this(component, attributes, home, environment, Passphrases.unattended());
  }

  /** Shows no attribute, which may be a resolved secret, and no variable. */
  @Override
  public String toString() {
    return "ComponentContext[component="
        + component
        + ", attributes="
        + attributes.keySet()
        + ", home="
        + home.root()
        + "]";
  }
}
