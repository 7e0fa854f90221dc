package dev.lockstep.cli.stack;

import dev.lockstep.cli.stack.ImportedComponent.Action;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Stack;
import dev.lockstep.stack.StackException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an import will do.
 *
 * @param stack the name that the stack gets
 * @param components what becomes of its components
 */
record ImportPlan(String stack, List<ImportedComponent> components) {
  ImportPlan {
    components = List.copyOf(components);
  }

  static boolean isTaken(String name, Configuration configuration) {
    for (Stack stack : configuration.stacks()) {
      if (stack.name().equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  private Stack made() {
    Map<ComponentType, String> names = new EnumMap<>(ComponentType.class);
    for (ImportedComponent imported : components) {
      names.put(imported.component().type(), imported.name());
    }
    return new Stack(stack, names);
  }

  /** Whether everything is there already. */
  boolean isDone(Configuration configuration) {
    for (ImportedComponent imported : components) {
      if (imported.action() != Action.REUSE && imported.action() != Action.KEEP) {
        return false;
      }
    }
    return configuration.findStack(stack).filter(made()::equals).isPresent();
  }

  /**
   * Does it, all or nothing.
   *
   * @throws StackException when a rule forbids it, or when a component that it builds on has been
   *     changed since the plan was made
   */
  Configuration apply(Configuration configuration) {
    Configuration changed = configuration;
    for (ImportedComponent imported : components) {
      Component existing = imported.existing();
      if (existing != null
          && !configuration
              .findComponent(existing.type(), existing.name())
              .filter(existing::equals)
              .isPresent()) {
        throw new StackException(
            StackException.Reason.IN_USE,
            "The "
                + imported.label()
                + " was changed by somebody else meanwhile. Nothing was imported. Fix: repeat the"
                + " command.");
      }
      changed =
          switch (imported.action()) {
            case REGISTER -> changed.registerComponent(imported.component());
            case REPLACE -> changed.updateComponent(imported.component().withName(imported.name()));
            default -> changed;
          };
    }
    return changed.registerStack(made());
  }

  /** What was done, in a sentence per kind. */
  String summary() {
    return "Imported the stack '"
        + stack
        + "'."
        + part("registered", Action.REGISTER)
        + part("reused, because they are the same", Action.REUSE)
        + part("kept, although they differ", Action.KEEP)
        + part("replaced", Action.REPLACE);
  }

  private String part(String did, Action action) {
    Collection<String> labels = new ArrayList<>();
    for (ImportedComponent imported : components) {
      if (imported.action() == action) {
        labels.add("the " + imported.label());
      }
    }
    return labels.isEmpty() ? "" : "\n  " + did + ": " + String.join(", ", labels);
  }
}
