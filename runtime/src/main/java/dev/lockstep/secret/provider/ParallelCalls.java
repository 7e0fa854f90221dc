package dev.lockstep.secret.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Calls of a provider that has none for several things, side by side. */
public final class ParallelCalls {
  /** Enough to hide the time on the network, and few enough not to be throttled for it. */
  private static final int THREADS = 8;

  private ParallelCalls() {}

  /**
   * A call about one of several things.
   *
   * @param <F> how it fails, beside unchecked exceptions
   */
  public interface Call<T, A, F extends Exception> {
    A make(T thing) throws F;
  }

  /**
   * Makes a call about each thing, eight at once. After one has failed no other is begun; when this
   * returns or throws, none is under way any more, unless the thread was interrupted.
   *
   * @return the answers, in the order of the things
   * @throws F of the first thing whose call has failed
   */
  public static <T, A, F extends Exception> List<A> make(
      Collection<T> things, Call<? super T, ? extends A, F> call) throws F, InterruptedException {
    List<A> answers = new ArrayList<>(things.size());
    if (things.size() < 2) {
      for (T thing : things) {
        answers.add(call.make(thing));
      }
      return answers;
    }
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(THREADS, things.size()),
            task -> {
              Thread thread = new Thread(task, "lockstep-secrets");
              thread.setDaemon(true);
              thread.setContextClassLoader(loader);
              return thread;
            });
    try {
      AtomicBoolean failed = new AtomicBoolean();
      List<Callable<List<A>>> tasks = new ArrayList<>(things.size());
      for (T thing : things) {
        tasks.add(() -> failed.get() ? List.of() : answer(thing, call, failed));
      }
      Throwable failure = null;
      for (Future<List<A>> task : threads.invokeAll(tasks)) {
        try {
          answers.addAll(task.get());
        } catch (ExecutionException e) {
          failure = failure == null ? e.getCause() : failure;
        }
      }
      if (failure != null) {
        if (failure instanceof RuntimeException unchecked) {
          throw unchecked;
        }
        if (failure instanceof Error error) {
          throw error;
        }
        @SuppressWarnings("unchecked") // A call fails in no other way.
        F checked = (F) failure;
        throw checked;
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T, A, F extends Exception> List<A> answer(
      T thing, Call<? super T, ? extends A, F> call, AtomicBoolean failed) throws F {
    boolean done = false;
    try {
      List<A> answer = List.of(call.make(thing));
      done = true;
      return answer;
    } finally {
      if (!done) {
        failed.set(true);
      }
    }
  }

  /** The failure of what was interrupted, which the thread is again. */
  public static ProviderFailure interrupted() {
    Thread.currentThread().interrupt();
    return new ProviderFailure(ProviderFailure.Kind.UNREACHABLE, "interrupted", "");
  }
}
