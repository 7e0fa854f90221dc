package dev.lockstep.stack;

import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The flavors that are there: those built in, and those that {@link ServiceLoader} finds. The class
 * path is searched only for a flavor that is not built in, so that the default stack starts without
 * that search. A built-in flavor cannot be replaced.
 */
public final class Flavors {
  private final BuiltIn builtIn;
  private final ClassLoader loader;

  /** The flavors that need no search. */
  public interface BuiltIn {
    /** The flavor of that type and name, or null. */
    @Nullable ComponentFlavor<?> find(ComponentType type, String name);

    /** All of a type. */
    List<ComponentFlavor<?>> all(ComponentType type);
  }

  /** Built-in flavors, and those that the given class loader finds. */
  public Flavors(BuiltIn builtIn, ClassLoader loader) {
    this.builtIn = builtIn;
    this.loader = loader;
  }

  /**
   * The flavor of a type by its name.
   *
   * @throws StackException when there is none, listing those that are there
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
    for (ComponentFlavor<?> flavor : builtIn.all(type)) {
      names.add(flavor.name());
    }
    throw new StackException(
        StackException.Reason.UNKNOWN,
        "There is no "
            + type.noun()
            + " flavor '"
            + name
            + "'."
            + Suggestion.didYouMean(name, names)
            + " There are: "
            + Names.list(names)
            + ". Fix: use one of these, or put the integration that has '"
            + name
            + "' on the class path."
            + (broken.isEmpty() ? "" : " Not usable: " + String.join("; ", broken) + "."));
  }

  /** All flavors of a type, built-in ones first, then by name. Unusable ones are left out. */
  public List<ComponentFlavor<?>> all(ComponentType type) {
    List<ComponentFlavor<?>> all = new ArrayList<>(builtIn.all(type));
    List<ComponentFlavor<?>> found = search(type, new ArrayList<>());
    found.sort((a, b) -> a.name().compareTo(b.name()));
    for (ComponentFlavor<?> flavor : found) {
      if (builtIn.find(type, flavor.name()) == null) {
        all.add(flavor);
      }
    }
    return all;
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
