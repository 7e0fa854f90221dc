package dev.lockstep.cli.reference;

import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.home.HomeException;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Stack;
import dev.lockstep.stack.StackException;
import dev.lockstep.stack.StackReferences;
import java.util.Set;
import java.util.TreeSet;

/**
 * Warns of what a secret that goes away leaves behind: attributes of components that refer to it.
 */
public final class LostReferences {
  private LostReferences() {}

  /**
   * Names the components that refer to a secret which is not there any more.
   *
   * @param manager the secrets manager that had it
   * @param fix what to do, with a space before it, or empty
   */
  public static void warn(String secret, String manager, String fix, Host host) {
    Set<String> places = new TreeSet<>();
    try {
      State state = State.of(host);
      Configuration configuration = state.file().load();
      for (Stack stack : configuration.stacks()) {
        if (manager.equals(stack.components().get(ComponentType.SECRETS_MANAGER))) {
          StackReferences references = StackReferences.of(stack, configuration, state.flavors());
          if (references.secrets().contains(secret)) {
            places.add(references.places(secret));
          }
        }
      }
    } catch (StackException | HomeException e) {
      return; // What was asked for is done; whoever uses the configuration is told of its state.
    }
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
}
