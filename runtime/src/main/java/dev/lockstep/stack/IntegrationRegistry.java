package dev.lockstep.stack;

import dev.lockstep.home.FileTrees;
import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.HomeException;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.home.OwnerOnly;
import dev.lockstep.text.RuntimeVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The integrations that were installed in a home: the file {@code integrations/installed.yaml}, and
 * a folder with the jars of each, named after their content. The file is what counts: it is
 * replaced at once, after the jars that it names are there and before those that it does not name
 * any more go, so that whoever looks sees all of an integration or nothing of it. May be used by
 * several threads.
 */
public final class IntegrationRegistry {
  private final LockstepHome home;
  private final Map<String, FlavorLoader> loaders = new HashMap<>();

  /** Names the home; touches nothing. */
  public IntegrationRegistry(LockstepHome home) {
    this.home = home;
  }

  /**
   * What is installed, by name.
   *
   * @throws StackException naming file and line when the file is damaged or from a newer version
   * @throws HomeException when it cannot be read
   */
  public List<InstalledIntegration> all() {
    Optional<byte[]> content = file().read();
    return content.isEmpty() ? List.of() : InstalledFormat.read(file().path(), content.get());
  }

  /** The integration of that name, if it is installed; fails as {@link #all}. */
  public Optional<InstalledIntegration> find(String name) {
    for (InstalledIntegration installed : all()) {
      if (installed.name().equals(name)) {
        return Optional.of(installed);
      }
    }
    return Optional.empty();
  }

  /**
   * What keeps an installed integration from being used, and the command that mends it, or null.
   * The jars are looked at as {@link FlavorRegistry} looks at its own.
   */
  public @Nullable String problem(InstalledIntegration installed) {
    String fix =
        Integration.named(installed.name())
            .map(Integration::installation)
            .orElse("use the lockstep that installed it");
    if (!installed.lockstep().equals(RuntimeVersion.current())) {
      // A runner may be of another version than the command line, which would change nothing.
      return "it was installed by lockstep "
          + installed.lockstep()
          + ", and this is "
          + RuntimeVersion.current()
          + ". Fix: "
          + fix
          + (RuntimeVersion.isKnown() ? " (with lockstep " + RuntimeVersion.current() + ")" : "");
    }
    String problem = jars(installed.name()).problem(installed.jars());
    return problem == null ? null : problem + ". Fix: " + fix;
  }

  /**
   * Loads a flavor of an installed integration, through a class loader of the integration's own
   * that finds nothing on the class path but the runtime.
   *
   * @throws StackException when it cannot be used, with the command that mends it
   */
  ComponentFlavor<?> load(InstalledIntegration installed, ComponentType type, String flavor) {
    String problem = problem(installed);
    if (problem != null) {
      throw unusable(installed, type, flavor, problem, null);
    }
    String fix = ". Fix: lockstep integration install " + installed.name() + " --reinstall";
    for (InstalledIntegration.Provided provided : installed.flavors()) {
      if (provided.type() == type && provided.name().equals(flavor)) {
        try {
          return FlavorClasses.make(loader(installed), provided.className());
        } catch (FlavorClasses.UnusableException e) {
          throw unusable(installed, type, flavor, e.getMessage() + fix, e);
        }
      }
    }
    throw unusable(installed, type, flavor, "it does not bring that flavor" + fix, null);
  }

  /**
   * Copies the jars of an integration into the home; nobody sees them before {@link #install}.
   *
   * @param jars each with where it came from; the integration's own one first
   * @throws HomeException when one cannot be copied
   */
  public StagedJars stage(Integration integration, Map<Path, String> jars) {
    return StagedJars.ofIntegration(integration.name(), jars, home.integrationsFolder());
  }

  /**
   * Installs an integration, in place of what is installed of it.
   *
   * @param artifact what the jars are of, as {@code group:artifact:version}
   * @throws StackException when the jars do not bring the flavors that the integration has
   * @throws HomeException when it cannot be written down; what was installed before still is
   */
  public InstalledIntegration install(Integration integration, String artifact, StagedJars jars) {
    List<InstalledIntegration.Provided> flavors = flavors(integration, artifact, jars);
    return file()
        .update(
            content -> {
              InstalledFormat.Document document = document(content);
              InstalledIntegration installed =
                  new InstalledIntegration(
                      integration.name(),
                      artifact,
                      RuntimeVersion.current(),
                      Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                      flavors,
                      keep(document, integration.name(), jars));
              return GuardedFile.Change.replace(document.with(installed), installed);
            });
  }

  /**
   * Removes an integration with its jars.
   *
   * @return whether it was installed
   * @throws HomeException when that cannot be written down or the jars cannot be deleted
   */
  public boolean uninstall(Integration integration) {
    String name = integration.name();
    if (find(name).isEmpty() && !Files.exists(folder(name))) {
      return false;
    }
    boolean was =
        file()
            .update(
                content -> {
                  InstalledFormat.Document document = document(content);
                  return document.find(name).isPresent()
                      ? GuardedFile.Change.replace(document.without(name), true)
                      : GuardedFile.Change.keep(false);
                });
    file()
        .update(
            content -> {
              // Someone may have installed it again.
              if (document(content).find(name).isEmpty()) {
                delete(folder(name));
              }
              return GuardedFile.Change.keep(true);
            });
    return was;
  }

  private List<FlavorJar> keep(InstalledFormat.Document document, String name, StagedJars jars) {
    Path folder = folder(name);
    try {
      OwnerOnly.createFolders(folder);
    } catch (IOException e) {
      throw HomeException.cannot("create the folder", folder, e);
    }
    // Those that this one replaces stay until the next time: a process may be about to open them.
    Set<String> used = new HashSet<>();
    for (FlavorJar jar : document.find(name).map(InstalledIntegration::jars).orElse(List.of())) {
      used.add(jar.digest());
    }
    jars(name).deleteAllBut(used);
    return jars.keep(folder);
  }

  private static List<InstalledIntegration.Provided> flavors(
      Integration integration, String artifact, StagedJars jars) {
    List<InstalledIntegration.Provided> flavors = new ArrayList<>();
    try {
      for (ComponentFlavor<?> flavor : jars.provided()) {
        flavors.add(
            new InstalledIntegration.Provided(
                flavor.type(), flavor.name(), flavor.getClass().getName()));
      }
    } catch (StackException e) {
      throw new StackException(
          StackException.Reason.UNAVAILABLE,
          artifact
              + " cannot be used: "
              + e.getMessage()
              + ". Fix: use another version of lockstep",
          e);
    }
    for (Integration.Brought brought : integration.flavors()) {
      if (!contains(flavors, brought)) {
        throw new StackException(
            StackException.Reason.UNAVAILABLE,
            artifact
                + " does not bring the "
                + brought.type().noun()
                + " flavor '"
                + brought.name()
                + "'. Fix: use the version of lockstep that it belongs to, or look at the"
                + " repository that it came from");
      }
    }
    return flavors;
  }

  private static boolean contains(
      List<InstalledIntegration.Provided> flavors, Integration.Brought brought) {
    for (InstalledIntegration.Provided flavor : flavors) {
      if (flavor.type() == brought.type() && flavor.name().equals(brought.name())) {
        return true;
      }
    }
    return false;
  }

  private static void delete(Path folder) {
    try {
      if (Files.exists(folder)) {
        FileTrees.delete(folder);
      }
    } catch (IOException e) {
      throw HomeException.cannot("delete", folder, e);
    }
  }

  // ---- places

  private GuardedFile file() {
    return new GuardedFile(home.integrationsFolder().resolve("installed.yaml"));
  }

  private InstalledFormat.Document document(Optional<byte[]> content) {
    return InstalledFormat.document(file().path(), content);
  }

  private Path folder(String name) {
    return home.integrationsFolder().resolve(name);
  }

  private FlavorJars jars(String name) {
    return new FlavorJars(folder(name));
  }

  /** One for all flavors of the integration, until it is installed anew. */
  private FlavorLoader loader(InstalledIntegration installed) {
    StringBuilder key = new StringBuilder(installed.name());
    for (FlavorJar jar : installed.jars()) {
      key.append(' ').append(jar.digest());
    }
    synchronized (loaders) {
      FlavorLoader loader = loaders.get(key.toString());
      if (loader == null || loader.isClosed()) {
        loader =
            FlavorLoader.isolated(installed.name(), jars(installed.name()).files(installed.jars()));
        loaders.put(key.toString(), loader);
      }
      return loader;
    }
  }

  private static StackException unusable(
      InstalledIntegration installed,
      ComponentType type,
      String flavor,
      String problem,
      @Nullable Throwable cause) {
    return new StackException(
        StackException.Reason.UNAVAILABLE,
        "The "
            + type.noun()
            + " flavor '"
            + flavor
            + "' of the integration '"
            + installed.name()
            + "' cannot be used: "
            + problem,
        cause);
  }
}
