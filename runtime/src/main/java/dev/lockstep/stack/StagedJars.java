package dev.lockstep.stack;

import dev.lockstep.home.HomeException;
import dev.lockstep.home.OwnerOnly;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Copies of jars that are about to be registered. What is looked at here is what will be used, even
 * when the jars themselves are written again meanwhile. Closing deletes what was not registered.
 */
public final class StagedJars implements AutoCloseable {
  private static final String CLASS = ".class";
  private static final String UNFINISHED = ".part";

  /** Nobody copies a jar and answers a question for longer than this. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private record Copy(Path file, String source, String digest) {}

  private final List<Copy> copies = new ArrayList<>();
  private final Path folder;
  private final @Nullable String integration;
  private @Nullable FlavorLoader loader;

  private StagedJars(Path folder, @Nullable String integration) {
    this.folder = folder;
    this.integration = integration;
  }

  /** Copies the jars of flavors, whose source is where they were. */
  static StagedJars ofFlavor(List<Path> jars, Path folder) {
    Map<Path, String> sources = new LinkedHashMap<>();
    for (Path jar : jars) {
      sources.put(jar, jar.toString());
    }
    return copy(sources, new StagedJars(folder, null));
  }

  /**
   * Copies the jars of an integration.
   *
   * @param jars each with its source
   */
  static StagedJars ofIntegration(String integration, Map<Path, String> jars, Path folder) {
    return copy(jars, new StagedJars(folder, integration));
  }

  private static StagedJars copy(Map<Path, String> jars, StagedJars staged) {
    Path folder = staged.folder;
    try {
      OwnerOnly.createFolders(folder);
    } catch (IOException e) {
      throw HomeException.cannot("create the folder", folder, e);
    }
    deleteLeftovers(folder);
    for (Map.Entry<Path, String> jar : jars.entrySet()) {
      try {
        staged.add(jar.getKey(), jar.getValue());
      } catch (IOException e) {
        staged.close();
        throw HomeException.cannot("copy into " + folder + " the file", jar.getKey(), e);
      }
    }
    return staged;
  }

  /** What processes left behind that were killed between copying and registering. */
  private static void deleteLeftovers(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*" + UNFINISHED)) {
      Instant recent = Instant.now().minus(LONGEST);
      for (Path file : files) {
        try {
          if (Files.getLastModifiedTime(file).toInstant().isBefore(recent)) {
            Files.deleteIfExists(file);
          }
        } catch (NoSuchFileException e) {
          // Another process has just given it its lasting name.
        }
      }
    } catch (IOException e) {
      throw HomeException.cannot("clean up", folder, e);
    }
  }

  private void add(Path jar, String source) throws IOException {
    Path file = folder.resolve("." + UUID.randomUUID() + UNFINISHED);
    OwnerOnly.createFile(file);
    copies.add(new Copy(file, source, ""));
    String digest;
    try (InputStream in = Files.newInputStream(jar);
        FileOutputStream out = new FileOutputStream(file.toFile())) {
      digest = FlavorJars.copy(in, out);
      out.getFD().sync();
    }
    copies.set(copies.size() - 1, new Copy(file, source, digest));
  }

  /** The SHA-256 of each jar, in hexadecimal. */
  public List<String> digests() {
    List<String> digests = new ArrayList<>();
    for (Copy copy : copies) {
      digests.add(copy.digest());
    }
    return digests;
  }

  /**
   * The binary names of the classes in the jars, sorted.
   *
   * @throws HomeException when one is no jar
   */
  public SortedSet<String> classNames() {
    SortedSet<String> names = new TreeSet<>();
    for (Copy copy : copies) {
      try (ZipFile jar = new ZipFile(copy.file().toFile())) {
        Enumeration<? extends ZipEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
          String name = entries.nextElement().getName();
          if (name.endsWith(CLASS) && !name.startsWith("META-INF/")) {
            names.add(name.substring(0, name.length() - CLASS.length()).replace('/', '.'));
          }
        }
      } catch (IOException e) {
        throw HomeException.cannot("read as a jar", Path.of(copy.source()), e);
      }
    }
    return names;
  }

  /**
   * Loads a class, without initialising it.
   *
   * @throws StackException with a clause that says why it cannot be
   */
  public Class<?> load(String className) {
    try {
      return Class.forName(className, false, loader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw unusable(FlavorClasses.problem(className, e), e);
    }
  }

  /**
   * Makes a flavor of a class.
   *
   * @throws StackException with a clause that says why it cannot be
   */
  public ComponentFlavor<?> make(String className) {
    try {
      return FlavorClasses.make(loader(), className);
    } catch (FlavorClasses.UnusableException e) {
      throw unusable(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Makes every flavor that the jars name for a {@link ServiceLoader}.
   *
   * @throws StackException with a clause that says why one cannot be
   */
  List<ComponentFlavor<?>> provided() {
    List<ComponentFlavor<?>> provided = new ArrayList<>();
    try {
      for (ComponentFlavor<?> flavor : ServiceLoader.load(ComponentFlavor.class, loader())) {
        if (FlavorLoader.of(flavor) == loader) {
          provided.add(flavor);
        }
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      // What a service loader says holds names of classes only, unless a provider failed.
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw unusable("one of its flavors cannot be made: " + reason.getClass().getName(), e);
    }
    return provided;
  }

  private static StackException unusable(String problem, Throwable cause) {
    return new StackException(StackException.Reason.INVALID, problem, cause);
  }

  private FlavorLoader loader() {
    if (loader == null) {
      Path[] files = new Path[copies.size()];
      for (int i = 0; i < files.length; i++) {
        files[i] = copies.get(i).file();
      }
      loader =
          integration == null
              ? FlavorLoader.registered(files)
              : FlavorLoader.isolated(integration, files);
    }
    return loader;
  }

  /**
   * Moves the copies to their lasting names, unless jars of the same content are there.
   *
   * @param target a folder on the same disk
   */
  List<FlavorJar> keep(Path target) {
    closeLoader();
    List<FlavorJar> jars = new ArrayList<>();
    for (Copy copy : copies) {
      Path file = target.resolve(copy.digest() + ".jar");
      try {
        if (Files.exists(file) && FlavorJars.digest(file).equals(copy.digest())) {
          Files.delete(copy.file());
        } else {
          Files.move(copy.file(), file, StandardCopyOption.ATOMIC_MOVE);
        }
        jars.add(
            new FlavorJar(
                copy.digest(),
                copy.source(),
                Files.size(file),
                Files.getLastModifiedTime(file).toMillis()));
      } catch (IOException e) {
        throw HomeException.cannot("write", file, e);
      }
    }
    copies.clear();
    return jars;
  }

  private void closeLoader() {
    try {
      if (loader != null) {
        loader.close();
        loader = null;
      }
    } catch (IOException e) {
      throw HomeException.cannot("close jars in", folder, e);
    }
  }

  @Override
  public void close() {
    closeLoader();
    for (Copy copy : copies) {
      try {
        Files.deleteIfExists(copy.file());
      } catch (IOException e) {
        throw HomeException.cannot("delete", copy.file(), e);
      }
    }
    copies.clear();
  }
}
