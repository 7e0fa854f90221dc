package dev.lockstep.cli.flavor;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.orchestrator.Orchestrator;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.StackException;
import dev.lockstep.stack.StagedJars;
import dev.lockstep.text.Suggestion;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The flavor that a class in a jar is, or has: users name the component that they wrote, or the
 * flavor that the processor made of it.
 *
 * @param flavor what it says about itself
 * @param name its name
 * @param className the class that it is
 */
record FlavorClass(ComponentFlavor<?> flavor, String name, String className) {
  private static final String NOTHING = "Nothing was registered: ";
  private static final Set<String> RESERVED = Set.of("flavor", "interactive", "debug", "help");
  private static final int LONGEST = 64;

  /**
   * Finds it.
   *
   * @param given the class as it was typed
   * @throws CommandException saying why it is no flavor of that type
   */
  static FlavorClass find(StagedJars jars, String given, ComponentType type) {
    SortedSet<String> classes = jars.classNames();
    String named = binaryName(given, classes);
    if (named == null) {
      throw refusal(
          "the class '" + given + "' is not in the jar." + suggestion(given, classes),
          "name a class as an import does, such as shop.FolderSecrets");
    }
    try {
      Class<?> found = jars.load(named);
      String className =
          ComponentFlavor.class.isAssignableFrom(found) ? named : generated(jars, named, classes);
      if (className == null) {
        throw noFlavor(named, found);
      }
      return checked(jars.make(className), className, given, type);
    } catch (StackException e) {
      throw refusal(
          e.getMessage() + ".",
          "name every jar that it needs, with a --jar FILE each, built for this Java or an older"
              + " one");
    }
  }

  /** {@code a.Outer.Inner} is {@code a.Outer$Inner} in a jar. */
  private static @Nullable String binaryName(String given, Set<String> classes) {
    String name = given;
    while (!classes.contains(name)) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        return null;
      }
      name = name.substring(0, dot) + '$' + name.substring(dot + 1);
    }
    return name;
  }

  private static String suggestion(String given, SortedSet<String> classes) {
    String simple = given.substring(given.lastIndexOf('.') + 1);
    for (String name : classes) {
      if (name.endsWith("." + simple) || name.endsWith("$" + simple)) {
        return " Did you mean '" + name.replace('$', '.') + "'?";
      }
    }
    return Suggestion.didYouMean(given, classes);
  }

  /** What the processor makes for a component, when it is there. */
  private static @Nullable String generated(StagedJars jars, String named, Set<String> classes) {
    int dot = named.lastIndexOf('.') + 1;
    String name = named.substring(0, dot) + named.substring(dot).replace('$', '_') + "Flavor";
    return classes.contains(name) && ComponentFlavor.class.isAssignableFrom(jars.load(name))
        ? name
        : null;
  }

  private static CommandException noFlavor(String named, Class<?> found) {
    for (ComponentType type : ComponentType.values()) {
      if (componentClass(type).isAssignableFrom(found)) {
        return refusal(
            named + " is a component, and there is no flavor for it in the jar.",
            "mark the class with @Flavor(\"NAME\") and compile it with Lockstep's processor (how:"
                + " docs/flavors.md)");
      }
    }
    return refusal(
        named + " is neither a component of a stack nor a flavor.",
        "name a class that implements "
            + "SecretsManager, Orchestrator, ArtifactStore or MetadataStore and is marked with"
            + " @Flavor(\"NAME\")");
  }

  private static Class<?> componentClass(ComponentType type) {
    return switch (type) {
      case ORCHESTRATOR -> Orchestrator.class;
      case ARTIFACT_STORE -> ArtifactStore.class;
      case METADATA_STORE -> MetadataStore.class;
      case SECRETS_MANAGER -> SecretsManager.class;
    };
  }

  /** What a hand-written flavor says may be anything. */
  private static FlavorClass checked(
      ComponentFlavor<?> flavor, String className, String given, ComponentType type) {
    ComponentType actual;
    String name;
    String problem;
    try {
      actual = flavor.type();
      name = flavor.name();
      problem = problem(flavor, name);
    } catch (RuntimeException | LinkageError e) {
      throw refusal(
          className + " fails with " + e.getClass().getName() + " when it is asked what it is.",
          "correct the class");
    }
    if (problem != null) {
      throw refusal(className + " " + problem + ".", "correct the class");
    }
    if (actual != type) {
      throw refusal(
          given + " is of the type '" + actual.noun() + "', not '" + type.noun() + "'.",
          "lockstep " + actual.label() + " flavor register " + given + " --jar FILE");
    }
    return new FlavorClass(flavor, name, className);
  }

  @SuppressWarnings("NullAway") // Someone else's code may return null all the same.
  private static @Nullable String problem(ComponentFlavor<?> flavor, String name) {
    if (flavor.type() == null || flavor.description() == null || flavor.options() == null) {
      return "returns null for its type, description or options";
    }
    if (name == null || name.length() > LONGEST || !isName(name, "_-.")) {
      return "has a name that no flavor can have: letters, digits, '_', '.' and '-'";
    }
    Set<String> seen = new HashSet<>();
    for (FlavorOption option : flavor.options()) {
      if (!isName(option.name(), "_") || RESERVED.contains(option.name())) {
        return "has an attribute with a name that none can have: small letters, digits and '_', and"
            + " none of "
            + String.join(", ", new TreeSet<>(RESERVED));
      }
      if (!seen.add(option.name())) {
        return "has two attributes '" + option.name() + "'";
      }
    }
    return null;
  }

  private static boolean isName(String text, String others) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !digit && others.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty() && others.indexOf(text.charAt(0)) < 0;
  }

  private static CommandException refusal(String problem, String fix) {
    return CommandException.usage(NOTHING + problem + "\n  Fix: " + fix);
  }
}
