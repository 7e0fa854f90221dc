package dev.lockstep.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes of flavors that are in no class path. It counts the components that are made of
 * them, and closes its jars with the last one; those of a flavor that was only described are closed
 * by the garbage collector.
 */
final class FlavorLoader extends URLClassLoader {
  private static final ClassLoader RUNTIME = runtime();
  private static final String OURS = "dev.lockstep.";

  /** What integrations have in common with everybody else: the runtime, and what its types show. */
  private static final String[] SHARED = {OURS, "org.slf4j.", "org.jspecify."};

  static {
    registerAsParallelCapable();
  }

  private final @Nullable String integration;
  private final String ownPackages;
  private int users;
  private boolean closed;

  private FlavorLoader(String name, @Nullable String integration, Path[] jars, ClassLoader parent) {
    super(name, urls(jars), parent);
    this.integration = integration;
    this.ownPackages = OURS + integration + ".";
  }

  /** Finds classes in the runtime and on the class path first, then in the jars. */
  static FlavorLoader registered(Path... jars) {
    return new FlavorLoader("lockstep-flavor", null, jars, RUNTIME);
  }

  /**
   * Finds classes in the JDK and in the jars, and nothing on the class path but the runtime: what
   * an application brings cannot break an integration, nor the other way round.
   */
  static FlavorLoader isolated(String integration, Path... jars) {
    return new FlavorLoader(
        "lockstep-" + integration, integration, jars, ClassLoader.getPlatformClassLoader());
  }

  /** The loader of a flavor, or null when it is on the class path. */
  static @Nullable FlavorLoader of(ComponentFlavor<?> flavor) {
    return flavor.getClass().getClassLoader() instanceof FlavorLoader loader ? loader : null;
  }

  /** The integration whose classes these are, or null. */
  @Nullable String integration() {
    return integration;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (isShared(name)) {
      try {
        return RUNTIME.loadClass(name);
      } catch (ClassNotFoundException e) {
        // A further part of a shared library, such as one of SLF4J's bridges.
      }
    }
    return super.loadClass(name, resolve);
  }

  private boolean isShared(String name) {
    if (integration == null || name.startsWith(ownPackages)) {
      return false;
    }
    for (String shared : SHARED) {
      if (name.startsWith(shared)) {
        return true;
      }
    }
    return false;
  }

  /** Counts a component that is made of these classes; false when they are closed already. */
  synchronized boolean retain() {
    if (!closed) {
      users++;
    }
    return !closed;
  }

  /** Counts one less, and closes the jars when it was the last one. */
  synchronized void release() {
    users--;
    if (users == 0) {
      try {
        close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    super.close();
  }

  private static ClassLoader runtime() {
    ClassLoader loader = FlavorLoader.class.getClassLoader();
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }

  private static URL[] urls(Path[] jars) {
    URL[] urls = new URL[jars.length];
    try {
      for (int i = 0; i < jars.length; i++) {
        urls[i] = jars[i].toUri().toURL();
      }
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
    return urls;
  }
}
