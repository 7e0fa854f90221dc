package dev.lockstep.cli.component;

import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.redact.Redactor;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.Stack;
import dev.lockstep.stack.StackException;
import java.util.Map;
import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;

/**
 * Makes a component before its configuration is stored: what its flavor refuses by itself is told
 * to whoever gave it, and not to the first run. Making one connects to nothing. Whatever else stops
 * it, such as a variable that is not set here, may be there where the component is used.
 */
public final class ComponentTrial {
  private final State state;
  private final Host host;

  public ComponentTrial(State state, Host host) {
    this.state = state;
    this.host = host;
  }

  /**
   * What the flavor says against a component that is in order as far as its options tell, in
   * sentences; null when it says nothing, or cannot say yet because an attribute is a reference to
   * a secret.
   */
  public @Nullable String refusal(ComponentFlavor<?> flavor, Component component) {
    if (hasReferences(flavor, component)) {
      return null;
    }
    Stack alone = new Stack(component.name(), Map.of(component.type(), component.name()));
    // Its own: what it masks is no text that other messages have to do without.
    Redactor redactor = new Redactor();
    try (OpenStack stack =
        OpenStack.of(
            alone, only(component), state.flavors(), state.home(), host.environment(), redactor)) {
      AutoCloseable unused = stack.component(component.type(), AutoCloseable.class);
      return null;
    } catch (StackException e) {
      return e.reason() == StackException.Reason.INVALID
          ? redactor.redact(withoutFix(String.valueOf(e.getMessage())))
          : null;
    } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
      return null;
    }
  }

  private static Configuration only(Component component) {
    Configuration all = Configuration.builtIn();
    return all.findComponent(component.type(), component.name()).isPresent()
        ? all.updateComponent(component)
        : all.registerComponent(component);
  }

  private static boolean hasReferences(ComponentFlavor<?> flavor, Component component) {
    for (String value : component.attributes().values()) {
      if (value.indexOf("{{") >= 0) {
        return true;
      }
    }
    Map<String, String> implied = flavor.implied(component.attributes());
    return !component.attributes().keySet().containsAll(implied.keySet());
  }

  /** The command that would mend a component that is there; this one is not, or not so. */
  private static String withoutFix(String message) {
    int fix = message.indexOf(" Fix: ");
    return fix < 0 ? message : message.substring(0, fix);
  }
}
