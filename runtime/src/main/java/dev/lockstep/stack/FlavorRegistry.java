package dev.lockstep.stack;

import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.HomeException;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.yaml.Yaml;
import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlMapping;
import dev.lockstep.yaml.YamlNode;
import dev.lockstep.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The flavors that were registered in a home: the file {@code integrations/flavors.yaml}, and the
 * jars beside it. Jars are named after their content and never written again, so that whoever has
 * one open keeps what it has when the flavor is registered anew. May be used by several threads.
 */
public final class FlavorRegistry {
  private static final String FLAVORS = "flavors";
  private static final String CLASS = "class";

  private final LockstepHome home;
  private final Map<List<String>, FlavorLoader> loaders = new HashMap<>();

  /** Names the home; touches nothing. */
  public FlavorRegistry(LockstepHome home) {
    this.home = home;
  }

  /**
   * The flavors of a type, in the order of their registration.
   *
   * @throws StackException naming file and line when the file is damaged or from a newer version
   * @throws HomeException when it cannot be read
   */
  public List<RegisteredFlavor> all(ComponentType type) {
    List<RegisteredFlavor> flavors = new ArrayList<>();
    Optional<byte[]> content = file().read();
    if (content.isPresent()) {
      try {
        YamlMapping ofType = ofType(document(content), type);
        for (String name : ofType.entries().keySet()) {
          flavors.add(flavor(type, name, ofType.mapping(name)));
        }
      } catch (YamlFormatException e) {
        throw ConfigurationFile.malformed(file().path(), e);
      }
    }
    return flavors;
  }

  /** The flavor of that type and name, if it was registered; fails as {@link #all}. */
  public Optional<RegisteredFlavor> find(ComponentType type, String name) {
    for (RegisteredFlavor flavor : all(type)) {
      if (flavor.name().equals(name)) {
        return Optional.of(flavor);
      }
    }
    return Optional.empty();
  }

  /**
   * Loads a flavor from its jars, through a class loader whose parent is the runtime's.
   *
   * @throws StackException when a jar is gone or was changed, or the class cannot be used, with the
   *     command that mends it
   */
  public ComponentFlavor<?> load(RegisteredFlavor flavor) {
    FlavorJars jars = new FlavorJars(home.integrationsFolder());
    String problem = jars.problem(flavor.jars());
    if (problem != null) {
      throw unusable(flavor, problem, null);
    }
    try {
      ComponentFlavor<?> loaded = FlavorClasses.make(loader(jars, flavor), flavor.className());
      if (loaded.type() == flavor.type() && flavor.name().equals(loaded.name())) {
        return loaded;
      }
    } catch (FlavorClasses.UnusableException e) {
      throw unusable(flavor, String.valueOf(e.getMessage()), e);
    }
    throw unusable(
        flavor, flavor.className() + " is another flavor here, found on the class path", null);
  }

  /**
   * Copies jars to where registered ones are; nobody sees them before {@link #register}.
   *
   * @throws HomeException when one cannot be copied
   */
  public StagedJars stage(List<Path> jars) {
    return StagedJars.ofFlavor(jars, home.integrationsFolder());
  }

  /**
   * Registers a flavor, in place of one of the same type and name if there is one.
   *
   * @throws HomeException when it cannot be written down; what was registered before still is
   */
  public RegisteredFlavor register(
      ComponentType type, String name, String className, StagedJars jars) {
    return update(
        document -> {
          RegisteredFlavor flavor =
              new RegisteredFlavor(type, name, className, jars.keep(home.integrationsFolder()));
          YamlMapping old = ofType(document, type).mapping(name);
          return new Registration(with(document, type, name, fields(flavor, old)), flavor);
        });
  }

  /**
   * Forgets a flavor, and deletes the jars that no other one needs.
   *
   * @throws HomeException when it cannot be written down; then it is still there
   */
  public void delete(RegisteredFlavor flavor) {
    update(
        document -> new Registration(with(document, flavor.type(), flavor.name(), null), flavor));
    file()
        .update(
            content -> {
              try {
                new FlavorJars(home.integrationsFolder()).deleteAllBut(used(document(content)));
              } catch (YamlFormatException e) {
                // What a newer version wrote in another way may need any of them.
              }
              return GuardedFile.Change.keep(true);
            });
  }

  // ---- the file

  private record Registration(YamlMapping document, RegisteredFlavor flavor) {}

  private interface DocumentChange {
    Registration apply(YamlMapping document);
  }

  private RegisteredFlavor update(DocumentChange change) {
    return file()
        .update(
            content -> {
              try {
                Registration done = change.apply(document(content));
                return GuardedFile.Change.replace(
                    ConfigurationFormat.text(done.document().entries())
                        .getBytes(StandardCharsets.UTF_8),
                    done.flavor());
              } catch (YamlFormatException e) {
                throw ConfigurationFile.malformed(file().path(), e);
              }
            });
  }

  private GuardedFile file() {
    return new GuardedFile(home.integrationsFolder().resolve("flavors.yaml"));
  }

  private static YamlMapping document(Optional<byte[]> content) {
    return content.isPresent()
        ? ConfigurationFormat.document(Yaml.text(content.get()))
        : YamlMapping.of(Map.of(ConfigurationFormat.FORMAT, YamlScalar.of(1)));
  }

  private static YamlMapping ofType(YamlMapping document, ComponentType type) {
    return document.mapping(FLAVORS).mapping(type.label());
  }

  /** The document with another entry for a flavor, or without it; whatever else it has stays. */
  private static YamlMapping with(
      YamlMapping document, ComponentType type, String name, @Nullable YamlMapping entry) {
    Map<String, YamlNode> ofType = new LinkedHashMap<>(ofType(document, type).entries());
    if (entry == null) {
      ofType.remove(name);
    } else {
      ofType.put(name, entry);
    }
    Map<String, YamlNode> flavors = new LinkedHashMap<>(document.mapping(FLAVORS).entries());
    put(flavors, type.label(), ofType);
    Map<String, YamlNode> all = new LinkedHashMap<>(document.entries());
    put(all, FLAVORS, flavors);
    return YamlMapping.of(all);
  }

  private static void put(Map<String, YamlNode> into, String field, Map<String, YamlNode> fields) {
    if (fields.isEmpty()) {
      into.remove(field);
    } else {
      into.put(field, YamlMapping.of(fields));
    }
  }

  private static RegisteredFlavor flavor(ComponentType type, String name, YamlMapping fields) {
    String className = fields.text(CLASS);
    if (className == null) {
      throw new YamlFormatException(
          "the flavor '" + name + "' has no '" + CLASS + "'", fields.line());
    }
    return new RegisteredFlavor(
        type, name, className, FlavorJarFormat.read("the flavor '" + name + "'", fields));
  }

  private static YamlMapping fields(RegisteredFlavor flavor, YamlMapping old) {
    Map<String, YamlNode> fields = new LinkedHashMap<>(old.entries());
    fields.put(CLASS, YamlScalar.of(flavor.className()));
    fields.put(FlavorJarFormat.JARS, FlavorJarFormat.write(flavor.jars()));
    return YamlMapping.of(fields);
  }

  /** The names of all jars in the file, of types too that this version does not know. */
  private static Set<String> used(YamlMapping document) {
    Set<String> used = new HashSet<>();
    YamlMapping flavors = document.mapping(FLAVORS);
    for (String type : flavors.entries().keySet()) {
      YamlMapping ofType = flavors.mapping(type);
      for (String name : ofType.entries().keySet()) {
        used.addAll(ofType.mapping(name).mapping(FlavorJarFormat.JARS).entries().keySet());
      }
    }
    return used;
  }

  // ---- classes

  /** One for all flavors of the same jars, whose classes are then the same, too. */
  private ClassLoader loader(FlavorJars jars, RegisteredFlavor flavor) {
    List<String> digests = new ArrayList<>();
    for (FlavorJar jar : flavor.jars()) {
      digests.add(jar.digest());
    }
    synchronized (loaders) {
      FlavorLoader loader = loaders.get(digests);
      if (loader == null || loader.isClosed()) {
        loader = FlavorLoader.registered(jars.files(flavor.jars()));
        loaders.put(digests, loader);
      }
      return loader;
    }
  }

  private StackException unusable(
      RegisteredFlavor flavor, String problem, @Nullable Throwable cause) {
    StringBuilder jars = new StringBuilder();
    for (FlavorJar jar : flavor.jars()) {
      boolean there =
          FlavorJars.isPlain(jar.source()) && Files.isRegularFile(Path.of(jar.source()));
      jars.append(" --jar ").append(there ? jar.source() : "FILE");
    }
    return new StackException(
        StackException.Reason.UNAVAILABLE,
        "The "
            + flavor.type().noun()
            + " flavor '"
            + flavor.name()
            + "', which was registered from "
            + flavor.jars().get(0).source()
            + ", cannot be used: "
            + problem
            + ". Fix: lockstep "
            + flavor.type().label()
            + " flavor register "
            + flavor.className()
            + jars,
        cause);
  }
}
