package dev.lockstep.secret.provider;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads of a provider that has no call for several. */
final class ParallelReads {
  /** Enough to hide the time on the network, and few enough not to be throttled for it. */
  private static final int THREADS = 8;

  private ParallelReads() {}

  static Map<String, SecretDocument> readAll(SecretProvider provider, Collection<String> ids)
      throws ProviderFailure {
    Map<String, SecretDocument> found = new LinkedHashMap<>();
    if (ids.size() == 1) {
      String id = ids.iterator().next();
      provider.read(id).ifPresent(document -> found.put(id, document));
      return found;
    }
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(THREADS, ids.size()),
            task -> {
              Thread thread = new Thread(task, "lockstep-secrets");
              thread.setDaemon(true);
              thread.setContextClassLoader(loader);
              return thread;
            });
    try {
      Map<String, Future<Optional<SecretDocument>>> reads = new LinkedHashMap<>();
      for (String id : ids) {
        reads.put(id, threads.submit(() -> provider.read(id)));
      }
      for (Map.Entry<String, Future<Optional<SecretDocument>>> read : reads.entrySet()) {
        result(read.getValue()).ifPresent(document -> found.put(read.getKey(), document));
      }
      return Collections.unmodifiableMap(found);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Optional<SecretDocument> result(Future<Optional<SecretDocument>> read)
      throws ProviderFailure {
    try {
      return read.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderFailure(ProviderFailure.Kind.UNREACHABLE, "interrupted", "");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof ProviderFailure failure) {
        throw failure;
      }
      if (cause instanceof RuntimeException failure) {
        throw failure;
      }
      if (cause instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("A read fails in no other way.", cause);
    }
  }
}
