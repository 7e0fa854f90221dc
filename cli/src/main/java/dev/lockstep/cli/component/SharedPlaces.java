package dev.lockstep.cli.component;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.FlavorOption;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where components store what they store, when they derive that from their names. A component that
 * was renamed keeps its place, so a later one of its old name would find what is not its own.
 */
final class SharedPlaces {
  private final LockstepHome home;
  private final Map<String, String> environment;

  SharedPlaces(LockstepHome home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /** What a component's flavor derives from its name for the attributes that it does not have. */
  Map<String, String> derived(ComponentFlavor<?> flavor, Component component) {
    Map<String, String> derived = new LinkedHashMap<>(all(flavor, component));
    derived.keySet().removeAll(component.attributes().keySet());
    return derived;
  }

  /** Why a new component cannot have the place that its name gives it, or null. */
  @Nullable String problem(ComponentFlavor<?> flavor, Component fresh, Configuration all) {
    for (Map.Entry<String, String> place : derived(flavor, fresh).entrySet()) {
      for (Component other : others(fresh, all)) {
        String configured = other.attributes().get(place.getKey());
        if (configured != null && isSame(configured, place.getValue())) {
          return "'"
              + other.name()
              + "' has "
              + place.getKey()
              + "="
              + place.getValue()
              + ", which '"
              + fresh.name()
              + "' would have by its name: give it another name, or --"
              + place.getKey()
              + "=VALUE, the same one if they are meant to share it";
        }
      }
    }
    return null;
  }

  /** Says where a component that now stores elsewhere stored before; else empty. */
  String left(ComponentFlavor<?> flavor, Component old, Component changed) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> place : all(flavor, old).entrySet()) {
      String before = old.attributes().getOrDefault(place.getKey(), place.getValue());
      String after = changed.attributes().getOrDefault(place.getKey(), place.getValue());
      if (!before.equals(after)) {
        text.append("\n  What it stored is not moved: it stays in ");
        text.append(isSensitive(flavor, place.getKey()) ? SecretValue.MASK : before);
      }
    }
    return text.toString();
  }

  private static boolean isSensitive(ComponentFlavor<?> flavor, String attribute) {
    for (FlavorOption option : flavor.options()) {
      if (option.name().equals(attribute)) {
        return option.sensitive();
      }
    }
    return true;
  }

  private Map<String, String> all(ComponentFlavor<?> flavor, Component component) {
    return flavor.derivedFromName(
        new ComponentContext(component.name(), component.attributes(), home, environment));
  }

  /** The first attribute in which both name the same place, or null. */
  @Nullable String shared(ComponentFlavor<?> flavor, Component copy) {
    for (String attribute : all(flavor, copy).keySet()) {
      if (copy.attributes().containsKey(attribute)) {
        return attribute;
      }
    }
    return null;
  }

  private static List<Component> others(Component fresh, Configuration all) {
    List<Component> others = new ArrayList<>();
    for (Component other : all.components(fresh.type())) {
      if (other.flavor().equals(fresh.flavor()) && !other.name().equals(fresh.name())) {
        others.add(other);
      }
    }
    return others;
  }

  private boolean isSame(String configured, String derived) {
    if (configured.equals(derived)) {
      return true;
    }
    String text = configured;
    if (text.startsWith("~/")) {
      text =
          LockstepHome.userFolder(environment)
              .orElse(Path.of("."))
              .resolve(text.substring(2))
              .toString();
    }
    try {
      return Path.of(text).toAbsolutePath().normalize().toString().equals(derived);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
