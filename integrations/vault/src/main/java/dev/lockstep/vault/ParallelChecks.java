package dev.lockstep.vault;

import dev.lockstep.secret.provider.ProviderFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks the same of many entries, side by side: a KV engine has no call for several. */
final class ParallelChecks {
  private static final int THREADS = 8;

  private ParallelChecks() {}

  /** A question about one entry. */
  interface Check {
    boolean holds(String id) throws ProviderFailure;
  }

  /** Those for which it holds, in their order. */
  static List<String> filter(List<String> ids, Check check) throws ProviderFailure {
    if (ids.isEmpty()) {
      return List.of();
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(THREADS, ids.size()),
            task -> {
              Thread thread = new Thread(task, "lockstep-vault");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<Boolean>> checks = new ArrayList<>(ids.size());
      for (String id : ids) {
        checks.add(threads.submit(() -> check.holds(id)));
      }
      List<String> found = new ArrayList<>();
      for (int i = 0; i < checks.size(); i++) {
        if (result(checks.get(i))) {
          found.add(ids.get(i));
        }
      }
      return found;
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean result(Future<Boolean> check) throws ProviderFailure {
    try {
      return check.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderFailure(ProviderFailure.Kind.UNREACHABLE, "interrupted", "");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProviderFailure failure) {
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("A check fails in no other way.", e.getCause());
    }
  }
}
