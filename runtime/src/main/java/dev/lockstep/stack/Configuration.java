package dev.lockstep.stack;

import static dev.lockstep.stack.StackException.Reason.INVALID;
import static dev.lockstep.stack.StackException.Reason.IN_USE;

import dev.lockstep.text.Names;
import dev.lockstep.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All components and stacks, and the stack that is active unless something closer says otherwise.
 * An immutable value: every change gives another one, and one that breaks a rule throws {@link
 * StackException}.
 *
 * <p>The rules: names are unique per type; a stack needs an orchestrator, an artifact store and a
 * metadata store; what it names exists; the active stack and a component in use cannot be deleted.
 * The stack {@value #DEFAULT} and its components, all of that name and of flavor {@code local}, are
 * always there.
 */
public final class Configuration {
  /** The name of the built-in stack and its components. */
  public static final String DEFAULT = "default";

  private static final String LOCAL = "local";

  private final Map<ComponentType, Map<String, ComponentEntry>> components;
  private final Map<String, StackEntry> stacks;
  private final @Nullable String chosen;
  private final Map<String, YamlNode> unknown;

  /** A component, and the fields of its entry that this version does not know. */
  record ComponentEntry(Component component, Map<String, YamlNode> unknown) {}

  /** A stack, and the fields of its entry that this version does not know. */
  record StackEntry(Stack stack, Map<String, YamlNode> unknown) {}

  Configuration(
      Map<ComponentType, Map<String, ComponentEntry>> components,
      Map<String, StackEntry> stacks,
      @Nullable String chosen,
      Map<String, YamlNode> unknown) {
    this.components = components;
    this.stacks = stacks;
    this.chosen = chosen;
    this.unknown = unknown;
  }

  /** What there is when nothing is configured. */
  public static Configuration builtIn() {
    Map<ComponentType, Map<String, ComponentEntry>> components = new EnumMap<>(ComponentType.class);
    Map<ComponentType, String> names = new EnumMap<>(ComponentType.class);
    for (ComponentType type : ComponentType.values()) {
      Map<String, ComponentEntry> ofType = new TreeMap<>();
      ofType.put(
          DEFAULT, new ComponentEntry(new Component(type, DEFAULT, LOCAL, Map.of()), Map.of()));
      components.put(type, ofType);
      names.put(type, DEFAULT);
    }
    Map<String, StackEntry> stacks = new TreeMap<>();
    stacks.put(DEFAULT, new StackEntry(new Stack(DEFAULT, names), Map.of()));
    return new Configuration(components, stacks, null, Map.of());
  }

  // ---- what there is

  /** All components of a type, sorted by name. */
  public List<Component> components(ComponentType type) {
    List<Component> list = new ArrayList<>();
    for (ComponentEntry entry : entries(type).values()) {
      list.add(entry.component());
    }
    return list;
  }

  /** A component, or empty when there is none of that name. */
  public Optional<Component> findComponent(ComponentType type, String name) {
    ComponentEntry entry = entries(type).get(name);
    return entry == null ? Optional.empty() : Optional.of(entry.component());
  }

  /**
   * A component.
   *
   * @throws StackException when there is none of that name, with the closest one
   */
  public Component component(ComponentType type, String name) {
    return entry(type, name).component();
  }

  /** All stacks, sorted by name. */
  public List<Stack> stacks() {
    List<Stack> list = new ArrayList<>();
    for (StackEntry entry : stacks.values()) {
      list.add(entry.stack());
    }
    return list;
  }

  /** A stack, or empty when there is none of that name. */
  public Optional<Stack> findStack(String name) {
    StackEntry entry = stacks.get(name);
    return entry == null ? Optional.empty() : Optional.of(entry.stack());
  }

  /**
   * A stack.
   *
   * @throws StackException when there is none of that name, with the closest one
   */
  public Stack stack(String name) {
    return stackEntry(name).stack();
  }

  /** The stacks that use a component, sorted by name. */
  public List<Stack> users(ComponentType type, String component) {
    List<Stack> users = new ArrayList<>();
    for (StackEntry entry : stacks.values()) {
      if (component.equals(entry.stack().components().get(type))) {
        users.add(entry.stack());
      }
    }
    return users;
  }

  /** Fields of a stack or its components that a newer version wrote and this one only keeps. */
  public List<String> unknownFields(Stack stack) {
    List<String> fields = new ArrayList<>(stackEntry(stack.name()).unknown().keySet());
    for (Map.Entry<ComponentType, String> component : stack.components().entrySet()) {
      ComponentEntry entry = entries(component.getKey()).get(component.getValue());
      if (entry != null) {
        fields.addAll(entry.unknown().keySet());
      }
    }
    return fields;
  }

  /** The stack that was made active for this home, if one was; see {@link ActiveStack}. */
  public Optional<String> chosenStack() {
    return Optional.ofNullable(chosen);
  }

  /** The stack that is active for this home: the chosen one, else {@value #DEFAULT}. */
  public String activeStack() {
    return chosen == null ? DEFAULT : chosen;
  }

  // ---- components

  /** Adds a component. Whether its flavor exists and likes its attributes is not checked here. */
  public Configuration registerComponent(Component component) {
    Refusals.refuseTaken(
        component.type().noun(), component.name(), entries(component.type()).keySet());
    return with(component, Map.of());
  }

  /** Replaces the flavor and attributes of a component. */
  public Configuration updateComponent(Component component) {
    return with(component, entry(component.type(), component.name()).unknown());
  }

  /** Renames a component; the stacks that use it follow. */
  public Configuration renameComponent(ComponentType type, String from, String to) {
    ComponentEntry entry = entry(type, from);
    Refusals.refuseBuiltIn("The " + type.noun(), from, "be renamed");
    Refusals.refuseTaken(type.noun(), to, entries(type).keySet());
    Configuration renamed = with(entry.component().withName(to), entry.unknown());
    return renamed
        .replaced(type, entries -> entries.remove(from))
        .mapStacks(stack -> uses(stack, type, from) ? stack.with(type, to) : stack);
  }

  /** Adds a component of the same flavor and attributes. */
  public Configuration copyComponent(ComponentType type, String from, String to) {
    ComponentEntry entry = entry(type, from);
    Refusals.refuseTaken(type.noun(), to, entries(type).keySet());
    return with(entry.component().withName(to), entry.unknown());
  }

  /** Deletes a component that no stack uses. */
  public Configuration deleteComponent(ComponentType type, String name) {
    entry(type, name);
    Refusals.refuseBuiltIn("The " + type.noun(), name, "be deleted");
    List<Stack> users = users(type, name);
    if (!users.isEmpty()) {
      throw Refusals.inUse(type, name, users);
    }
    return replaced(type, entries -> entries.remove(name));
  }

  // ---- stacks

  /** Adds a stack. */
  public Configuration registerStack(Stack stack) {
    List<StackException> problems = new ArrayList<>();
    Refusals.check(problems, () -> Refusals.refuseTaken("stack", stack.name(), stacks.keySet()));
    Refusals.check(problems, () -> ComponentNames.check("a stack", stack.name()));
    checkComponents(stack, problems);
    Refusals.refuse(stack, problems);
    return with(stack, Map.of());
  }

  /** Replaces the components of a stack. */
  public Configuration updateStack(Stack stack) {
    return with(stack, stackEntry(stack.name()).unknown());
  }

  /** Renames a stack; when it is the chosen one, it stays so. */
  public Configuration renameStack(String from, String to) {
    StackEntry entry = stackEntry(from);
    Refusals.refuseBuiltIn("The stack", from, "be renamed");
    Refusals.refuseTaken("stack", to, stacks.keySet());
    Configuration renamed = with(entry.stack().withName(to), entry.unknown()).withoutStack(from);
    return from.equals(chosen)
        ? new Configuration(renamed.components, renamed.stacks, to, unknown)
        : renamed;
  }

  /** Adds a stack of the same components. */
  public Configuration copyStack(String from, String to) {
    StackEntry entry = stackEntry(from);
    Refusals.refuseTaken("stack", to, stacks.keySet());
    return with(entry.stack().withName(to), entry.unknown());
  }

  /** Deletes a stack that is not this home's active one; its components stay. */
  public Configuration deleteStack(String name) {
    stackEntry(name);
    Refusals.refuseBuiltIn("The stack", name, "be deleted");
    if (name.equals(activeStack())) {
      throw new StackException(
          IN_USE,
          "The stack '"
              + name
              + "' is the active one of your home. Fix: make another one active first: lockstep"
              + " stack set --global NAME");
    }
    return withoutStack(name);
  }

  /** Makes a stack the active one of this home. */
  public Configuration withActiveStack(String name) {
    stackEntry(name);
    return new Configuration(components, stacks, name, unknown);
  }

  // ---- inside

  Map<ComponentType, Map<String, ComponentEntry>> componentEntries() {
    return components;
  }

  Map<String, StackEntry> stackEntries() {
    return stacks;
  }

  Map<String, YamlNode> unknown() {
    return unknown;
  }

  private Map<String, ComponentEntry> entries(ComponentType type) {
    return components.getOrDefault(type, Map.of());
  }

  private ComponentEntry entry(ComponentType type, String name) {
    ComponentEntry entry = entries(type).get(name);
    if (entry == null) {
      throw Refusals.unknownName(
          type.noun(), name, entries(type).keySet(), "lockstep " + type.label() + " list");
    }
    return entry;
  }

  private StackEntry stackEntry(String name) {
    StackEntry entry = stacks.get(name);
    if (entry == null) {
      throw Refusals.unknownName("stack", name, stacks.keySet(), "lockstep stack list");
    }
    return entry;
  }

  private Configuration with(Component component, Map<String, YamlNode> unknownFields) {
    ComponentNames.check(component.type().oneOf(), component.name());
    SecretReference.of(component);
    return replaced(
        component.type(),
        entries -> entries.put(component.name(), new ComponentEntry(component, unknownFields)));
  }

  private Configuration with(Stack stack, Map<String, YamlNode> unknownFields) {
    List<StackException> problems = new ArrayList<>();
    Refusals.check(problems, () -> ComponentNames.check("a stack", stack.name()));
    checkComponents(stack, problems);
    Refusals.refuse(stack, problems);
    Map<String, StackEntry> changed = new TreeMap<>(stacks);
    changed.put(stack.name(), new StackEntry(stack, unknownFields));
    return new Configuration(components, changed, chosen, unknown);
  }

  private void checkComponents(Stack stack, List<StackException> problems) {
    for (ComponentType type : ComponentType.values()) {
      Optional<String> name = stack.component(type);
      if (name.isPresent()) {
        Refusals.check(problems, () -> entry(type, name.get()));
      } else if (type.required()) {
        problems.add(
            new StackException(
                INVALID,
                "The stack '"
                    + stack.name()
                    + "' has no "
                    + type.noun()
                    + ", and every stack needs one. Fix: add --"
                    + type.label()
                    + " NAME, one of: "
                    + Names.list(entries(type).keySet())));
      }
    }
  }

  private Configuration withoutStack(String name) {
    Map<String, StackEntry> changed = new TreeMap<>(stacks);
    changed.remove(name);
    return new Configuration(components, changed, chosen, unknown);
  }

  private Configuration mapStacks(UnaryOperator<Stack> change) {
    Map<String, StackEntry> changed = new TreeMap<>();
    stacks.forEach(
        (name, entry) ->
            changed.put(name, new StackEntry(change.apply(entry.stack()), entry.unknown())));
    return new Configuration(components, changed, chosen, unknown);
  }

  private Configuration replaced(ComponentType type, Consumer<Map<String, ComponentEntry>> change) {
    Map<String, ComponentEntry> entries = new TreeMap<>(entries(type));
    change.accept(entries);
    Map<ComponentType, Map<String, ComponentEntry>> changed = new EnumMap<>(ComponentType.class);
    changed.putAll(components);
    changed.put(type, Collections.unmodifiableMap(entries));
    return new Configuration(changed, stacks, chosen, unknown);
  }

  private static boolean uses(Stack stack, ComponentType type, String component) {
    return component.equals(stack.components().get(type));
  }
}
