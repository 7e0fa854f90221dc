package dev.lockstep.stack;

import java.util.List;
import java.util.Map;

/**
 * A kind of stack component: how components of it are configured and made. Flavors outside the
 * runtime are found through {@link java.util.ServiceLoader}; for a class that is marked with {@code
 * dev.lockstep.Flavor}, the processor writes this.
 *
 * @param <C> the component that it makes
 */
public interface ComponentFlavor<C extends AutoCloseable> {
  /** What the component is. */
  ComponentType type();

  /** The flavor's name, unique among flavors of its type. */
  String name();

  /** One sentence for a list of flavors. */
  String description();

  /** The attributes that its components may have. */
  List<FlavorOption> options();

  /**
   * What this flavor derives from a component's name for attributes that are absent, such as the
   * file of a local store: by attribute, whether or not the component has it. When a component is
   * renamed, the absent ones are set to what they were, so that it finds what it stored. Nothing by
   * default.
   */
  default Map<String, String> derivedFromName(ComponentContext context) {
    return Map.of();
  }

  /**
   * The attributes that others stand for: {@code authentication_secret=aws}, say, for a reference
   * to each key of the secret {@code aws}. A component that does not have them itself is treated as
   * if it had, by all that looks for references, too. Nothing by default.
   *
   * @param attributes a component's own, unresolved and unchecked; those that mean nothing imply
   *     nothing
   */
  default Map<String, String> implied(Map<String, String> attributes) {
    return Map.of();
  }

  /**
   * Makes a component; connects to nothing yet, asks nobody and creates no file: one is also made,
   * and closed, before a configuration is stored. Read the attributes through {@link Options},
   * which refuses unknown and unreadable ones.
   *
   * @throws StackException when the configuration is wrong, naming every problem, with the reason
   *     {@link StackException.Reason#INVALID}, for which the configuration is not stored; or with
   *     {@link StackException.Reason#UNAVAILABLE} when something else is missing that may be there
   *     on another machine, such as a variable
   * @throws IllegalArgumentException when the configuration is wrong, too
   */
  C create(ComponentContext context);
}
