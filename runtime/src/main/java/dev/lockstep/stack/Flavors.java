package dev.lockstep.stack;

import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The flavors that are there: those built in, those that {@link ServiceLoader} finds, those of the
 * integrations that are installed in the home, and those that were registered there, in this order.
 * The class path is searched only for a flavor that is not built in, and each of the others only
 * for one that is not before it, so that the default stack starts without a search. A built-in
 * flavor cannot be replaced.
 */
public final class Flavors {
  private final BuiltIn builtIn;
  private final ClassLoader loader;
  private final @Nullable IntegrationRegistry integrations;
  private final @Nullable FlavorRegistry registry;

  /** The flavors that need no search. */
  public interface BuiltIn {
    /** The flavor of that type and name, or null. */
    @Nullable ComponentFlavor<?> find(ComponentType type, String name);

    /** All of a type. */
    List<ComponentFlavor<?>> all(ComponentType type);
  }

  /** Built-in flavors, and those that the given class loader finds. */
  public Flavors(BuiltIn builtIn, ClassLoader loader) {
    this(builtIn, loader, null, null);
  }

  /** Built-in flavors, those that the given class loader finds, and those of a home. */
  public Flavors(
      BuiltIn builtIn,
      ClassLoader loader,
      @Nullable IntegrationRegistry integrations,
      @Nullable FlavorRegistry registry) {
    this.builtIn = builtIn;
    this.loader = loader;
    this.integrations = integrations;
    this.registry = registry;
  }

  /**
   * The flavor of a type by its name.
   *
   * @throws StackException when there is none, listing those that are there; when there are two; or
   *     when it was registered and cannot be loaded, with the command that mends it
   */
  public ComponentFlavor<?> find(ComponentType type, String name) {
    ComponentFlavor<?> known = builtIn.find(type, name);
    if (known != null) {
      return known;
    }
    List<String> broken = new ArrayList<>();
    List<ComponentFlavor<?>> found = new ArrayList<>();
    Collection<String> names = new TreeSet<>();
    for (ComponentFlavor<?> flavor : search(type, broken)) {
      names.add(flavor.name());
      if (flavor.name().equals(name)) {
        found.add(flavor);
      }
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.size() > 1) {
      throw new StackException(
          StackException.Reason.INVALID,
          "The "
              + type.noun()
              + " flavor '"
              + name
              + "' is provided twice, by "
              + found.get(0).getClass().getName()
              + " and "
              + found.get(1).getClass().getName()
              + ". Fix: remove one of them from the class path.");
    }
    Integration integration = Integration.bringing(type, name).orElse(null);
    if (integration != null && integrations != null) {
      InstalledIntegration installed = integrations.find(integration.name()).orElse(null);
      if (installed != null) {
        return integrations.load(installed, type, name);
      }
    }
    if (registry != null) {
      for (RegisteredFlavor flavor : registry.all(type)) {
        if (flavor.name().equals(name)) {
          return registry.load(flavor);
        }
        names.add(flavor.name());
      }
    }
    if (integration != null) {
      throw notInstalled(type, name, integration);
    }
    throw unknown(type, name, names, broken);
  }

  private static StackException notInstalled(
      ComponentType type, String name, Integration integration) {
    return new StackException(
        StackException.Reason.UNAVAILABLE,
        "The "
            + type.noun()
            + " flavor '"
            + name
            + "' belongs to the integration '"
            + integration.name()
            + "', which is not installed. Fix: "
            + integration.installation()
            + " (or, for a project of its own: add "
            + integration.dependency()
            + " to its dependencies)");
  }

  private StackException unknown(
      ComponentType type, String name, Collection<String> names, List<String> broken) {
    for (ComponentFlavor<?> flavor : builtIn.all(type)) {
      names.add(flavor.name());
    }
    for (Integration integration : Integration.all()) {
      for (Integration.Brought brought : integration.flavors()) {
        if (brought.type() == type) {
          names.add(brought.name());
        }
      }
    }
    return new StackException(
        StackException.Reason.UNKNOWN,
        "There is no "
            + type.noun()
            + " flavor '"
            + name
            + "'."
            + Suggestion.didYouMean(name, names)
            + " There are: "
            + Names.list(names)
            + ". Fix: use one of these, or put the jar that has '"
            + name
            + "' on the class path, or register it: lockstep "
            + type.label()
            + " flavor register CLASS --jar FILE."
            + (broken.isEmpty() ? "" : " Not usable: " + String.join("; ", broken) + "."));
  }

  /** What a component's attributes imply; nothing when its flavor cannot be found. */
  Map<String, String> implied(Component component) {
    if (component.attributes().isEmpty()) {
      return Map.of();
    }
    try {
      return implied(find(component.type(), component.flavor()), component);
    } catch (StackException e) {
      return Map.of(); // Whoever makes a component of it is told.
    }
  }

  /** What a component's attributes imply, without those that it has. */
  static Map<String, String> implied(ComponentFlavor<?> flavor, Component component) {
    Map<String, String> implied = new LinkedHashMap<>(flavor.implied(component.attributes()));
    implied.keySet().removeAll(component.attributes().keySet());
    return implied;
  }

  /**
   * All flavors of a type with where they come from, those too that cannot be used: built-in ones
   * first, then by name. What the class path names and cannot be loaded may be of any type. Those
   * of integrations are not loaded.
   *
   * @throws StackException when a file that notes what is there is damaged
   */
  public List<AvailableFlavor> list(ComponentType type) {
    List<AvailableFlavor> list = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ComponentFlavor<?> flavor : builtIn.all(type)) {
      names.add(flavor.name());
      list.add(AvailableFlavor.usable(AvailableFlavor.Origin.BUILT_IN, flavor));
    }
    List<AvailableFlavor> found = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (ComponentFlavor<?> flavor : search(type, broken)) {
      if (names.add(flavor.name())) {
        found.add(AvailableFlavor.usable(AvailableFlavor.Origin.CLASS_PATH, flavor));
      }
    }
    for (String problem : broken) {
      found.add(AvailableFlavor.broken(problem));
    }
    List<AvailableFlavor> absent = new ArrayList<>();
    for (AvailableFlavor flavor : ofIntegrations(type, names)) {
      if (flavor.place().isEmpty()) {
        absent.add(flavor);
      } else {
        names.add(flavor.name());
        found.add(flavor);
      }
    }
    if (registry != null) {
      for (RegisteredFlavor flavor : registry.all(type)) {
        found.add(registered(registry, flavor, !names.add(flavor.name())));
      }
    }
    for (AvailableFlavor flavor : absent) {
      if (names.add(flavor.name())) {
        found.add(flavor);
      }
    }
    found.sort((a, b) -> a.name().compareTo(b.name()));
    list.addAll(found);
    return list;
  }

  /** Those of integrations, installed or not, unless something of their name comes before them. */
  private List<AvailableFlavor> ofIntegrations(ComponentType type, Set<String> before) {
    List<AvailableFlavor> list = new ArrayList<>();
    List<InstalledIntegration> all = integrations == null ? List.of() : integrations.all();
    for (Integration integration : Integration.all()) {
      InstalledIntegration installed = null;
      for (InstalledIntegration candidate : all) {
        installed = candidate.name().equals(integration.name()) ? candidate : installed;
      }
      for (Integration.Brought brought : integration.flavors()) {
        if (brought.type() == type && !before.contains(brought.name())) {
          list.add(
              AvailableFlavor.ofIntegration(
                  integration, brought, installed, problem(integration, installed)));
        }
      }
    }
    return list;
  }

  private String problem(Integration integration, @Nullable InstalledIntegration installed) {
    if (integrations == null || installed == null) {
      return "not installed. Fix: " + integration.installation();
    }
    String problem = integrations.problem(installed);
    return problem == null ? "" : problem;
  }

  private static AvailableFlavor registered(
      FlavorRegistry registry, RegisteredFlavor flavor, boolean hidden) {
    if (hidden) {
      return AvailableFlavor.registered(
          flavor, "", "another one of this name, found before it, is used in its place");
    }
    try {
      return AvailableFlavor.registered(flavor, registry.load(flavor).description(), "");
    } catch (StackException e) {
      return AvailableFlavor.registered(flavor, "", String.valueOf(e.getMessage()));
    }
  }

  /** One provider that cannot be loaded must not hide the others. */
  private List<ComponentFlavor<?>> search(ComponentType type, List<String> broken) {
    List<ComponentFlavor<?>> found = new ArrayList<>();
    @SuppressWarnings("rawtypes") // ServiceLoader knows classes only.
    Iterator<ComponentFlavor> providers =
        ServiceLoader.load(ComponentFlavor.class, loader).iterator();
    while (true) {
      try {
        if (!providers.hasNext()) {
          return found;
        }
        ComponentFlavor<?> flavor = providers.next();
        if (flavor.type() == type) {
          found.add(flavor);
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        broken.add(String.valueOf(e.getMessage()));
      }
    }
  }
}
