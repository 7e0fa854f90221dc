package dev.lockstep.cli.secret;

import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.home.HomeException;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.SecretReference;
import dev.lockstep.stack.Stack;
import dev.lockstep.stack.StackException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Attributes of components that refer to a secret, and lose it when it goes away. */
final class References {
  private References() {}

  /**
   * Names the components that refer to a secret which is not there any more.
   *
   * @param manager the secrets manager that had it
   * @param fix what to do, with a space before it, or empty
   */
  static void warn(String secret, String manager, String fix, Host host) {
    try {
      warn(places(secret, manager, host), secret, fix, host);
    } catch (StackException | HomeException e) {
      // What was asked for is done, and whoever uses the configuration is told of its state.
    }
  }

  private static Set<String> places(String secret, String manager, Host host) {
    Set<String> places = new TreeSet<>();
    Configuration configuration = State.of(host).file().load();
    for (Stack stack : configuration.stacks()) {
      if (manager.equals(stack.components().get(ComponentType.SECRETS_MANAGER))) {
        for (ComponentType type : ComponentType.values()) {
          String name = stack.components().get(type);
          if (name != null && type != ComponentType.SECRETS_MANAGER) {
            add(configuration.component(type, name), secret, places);
          }
        }
      }
    }
    return places;
  }

  private static void warn(Set<String> places, String secret, String fix, Host host) {
    if (!places.isEmpty()) {
      host.messages()
          .warn(
              "Components refer to the secret '"
                  + secret
                  + "', which is not there any more: "
                  + String.join(", ", places)
                  + "."
                  + fix);
    }
  }

  private static void add(Component component, String secret, Set<String> places) {
    try {
      for (Map.Entry<String, List<SecretReference>> attribute :
          SecretReference.of(component).entrySet()) {
        for (SecretReference reference : attribute.getValue()) {
          if (reference.secret().equals(secret)) {
            places.add(
                component.type().noun()
                    + " '"
                    + component.name()
                    + "' in its attribute '"
                    + attribute.getKey()
                    + "'");
          }
        }
      }
    } catch (StackException e) {
      // A slip in an attribute is told by whoever uses the component.
    }
  }
}
