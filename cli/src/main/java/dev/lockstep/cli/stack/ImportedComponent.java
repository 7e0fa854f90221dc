package dev.lockstep.cli.stack;

import dev.lockstep.stack.Component;
import dev.lockstep.stack.Configuration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A component of a stack that is imported, and what becomes of it.
 *
 * @param component as it is in the document, with the attributes that were asked for, under the
 *     name that it gets here
 * @param missing attributes that the document leaves out and nobody has given yet
 * @param existing the component that has its name here, if there is one
 * @param action what becomes of it
 */
record ImportedComponent(
    Component component, Set<String> missing, @Nullable Component existing, Action action) {
  /** What becomes of a component. */
  enum Action {
    /** It is registered. */
    REGISTER,
    /** The one that is here is the same, and is used. */
    REUSE,
    /** The one that is here is another one, and nobody has said yet what to do. */
    CONFLICT,
    /** The one that is here is another one, and is used all the same. */
    KEEP,
    /** The one that is here gets its flavor and attributes. */
    REPLACE
  }

  ImportedComponent {
    missing = new LinkedHashSet<>(missing);
  }

  /** What becomes of a component by itself. */
  static ImportedComponent of(
      Component component, Set<String> missing, Configuration configuration) {
    Component existing = null;
    for (Component other : configuration.components(component.type())) {
      // Names that differ in case only cannot both be registered.
      if (other.name().equalsIgnoreCase(component.name())) {
        existing = other;
      }
    }
    Action action =
        existing == null
            ? Action.REGISTER
            : isSame(component, missing, existing) ? Action.REUSE : Action.CONFLICT;
    return new ImportedComponent(component, missing, existing, action);
  }

  /** What was left out cannot be compared: it is enough that it is there. */
  private static boolean isSame(Component component, Set<String> missing, Component existing) {
    Map<String, String> attributes = new LinkedHashMap<>(existing.attributes());
    boolean complete = attributes.keySet().containsAll(missing);
    attributes.keySet().removeAll(missing);
    return complete
        && component.flavor().equals(existing.flavor())
        && component.attributes().equals(attributes);
  }

  /** Whether what is imported is written, so that it has to be complete. */
  boolean isWritten() {
    return action == Action.REGISTER || action == Action.REPLACE;
  }

  ImportedComponent with(Action decided) {
    return new ImportedComponent(component, missing, existing, decided);
  }

  ImportedComponent withName(String name, Configuration configuration) {
    return of(component.withName(name), missing, configuration);
  }

  /** With an attribute that was left out. */
  ImportedComponent with(String attribute, String value) {
    Map<String, String> attributes = new LinkedHashMap<>(component.attributes());
    attributes.put(attribute, value);
    Set<String> rest = new LinkedHashSet<>(missing);
    rest.remove(attribute);
    return new ImportedComponent(component.withAttributes(attributes), rest, existing, action);
  }

  /** Without an attribute that was left out, for good. */
  ImportedComponent without(String attribute) {
    Set<String> rest = new LinkedHashSet<>(missing);
    rest.remove(attribute);
    return new ImportedComponent(component, rest, existing, action);
  }

  /** The name that the stack's component has here. */
  String name() {
    return existing == null ? component.name() : existing.name();
  }

  /** What a message calls it. */
  String label() {
    return component.type().noun() + " '" + name() + "'";
  }

  /** In what it differs from the one that is here, without any value. */
  String difference() {
    Component other = existing;
    if (other == null || !other.flavor().equals(component.flavor())) {
      return "flavor";
    }
    Set<String> differing = new LinkedHashSet<>();
    Set<String> all = new LinkedHashSet<>(component.attributes().keySet());
    all.addAll(other.attributes().keySet());
    all.addAll(missing);
    for (String name : all) {
      String there = other.attributes().get(name);
      boolean same =
          missing.contains(name)
              ? there != null
              : Objects.equals(component.attributes().get(name), there);
      if (!same) {
        differing.add(name);
      }
    }
    return String.join(", ", differing);
  }
}
