package dev.lockstep.stack;

import java.util.List;

/**
 * A flavor that was registered in a home, see {@link FlavorRegistry}.
 *
 * @param type what its components are
 * @param name its name
 * @param className the {@link ComponentFlavor} that describes it
 * @param jars what it is loaded from, in the order in which it is searched
 */
public record RegisteredFlavor(
    ComponentType type, String name, String className, List<FlavorJar> jars) {
  public RegisteredFlavor {
    jars = List.copyOf(jars);
  }
}
