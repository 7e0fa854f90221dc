package dev.lockstep.cli.doctor;

import dev.lockstep.home.HomeException;
import dev.lockstep.metadata.MetadataException;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.stack.StackException;
import java.util.function.Consumer;

/** Asks a back end that may not answer. */
final class TimeLimit {
  private static final long MILLIS = 10_000;

  private TimeLimit() {}

  /**
   * Makes a check in a thread of its own.
   *
   * @return whether it came to an end and found no problem
   */
  static boolean check(String name, Findings findings, Consumer<Findings> check) {
    Findings found = new Findings();
    Thread thread = new Thread(() -> guarded(name, found, check), "doctor-" + name);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      findings.problem(
          name,
          "There was no answer for " + MILLIS / 1000 + " seconds.",
          "see whether the network reaches it, and whether the address is right: lockstep stack"
              + " describe");
      return false;
    }
    findings.all().addAll(found.all());
    return !found.anyProblem();
  }

  private static void guarded(String name, Findings found, Consumer<Findings> check) {
    try {
      check.accept(found);
    } catch (StackException | HomeException | MetadataException | SecretsManagerException e) {
      found.failure(name, Finding.State.PROBLEM, e);
    } catch (RuntimeException | LinkageError e) {
      // The text of an exception that is not ours may hold a value.
      found.problem(name, "The check failed unexpectedly: " + e.getClass().getName() + ".", "");
    }
  }
}
