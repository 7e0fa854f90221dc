package dev.lockstep.stack;

import org.jspecify.annotations.Nullable;

/**
 * The class loader that a thread has as its context while it executes a component's code. Entered
 * and left by hand, because a lambda for each call would cost a young JVM more than the call.
 */
final class ContextLoader {
  private final FlavorLoader loader;

  ContextLoader(FlavorLoader loader) {
    this.loader = loader;
  }

  /** Sets it for this thread, and returns what was set before. */
  @Nullable ClassLoader enter() {
    return swap(loader);
  }

  /** Sets what {@link #enter} returned. */
  void leave(@Nullable ClassLoader before) {
    Thread.currentThread().setContextClassLoader(before);
  }

  /** Sets another one for this thread, and returns what was set before. */
  static @Nullable ClassLoader swap(@Nullable ClassLoader other) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(other);
    return before;
  }

  /** The component is closed. */
  void release() {
    loader.release();
  }
}
