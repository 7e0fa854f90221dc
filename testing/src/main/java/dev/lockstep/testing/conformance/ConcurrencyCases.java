package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.StoreUnderTest.assertHolds;
import static dev.lockstep.testing.conformance.StoreUnderTest.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretsManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Several threads, several components and several processes over one store. */
interface ConcurrencyCases extends Cases {
  /** How often a writing process writes. */
  int ROUNDS = 12;

  @Test
  default void threadsDoNotLoseEachOthersSecrets() throws Exception {
    SecretsManager secrets = store().open();
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String name = "thread-" + i;
      work.add(
          () -> {
            secrets.register(secret(name, "k", "0"));
            for (int n = 1; n <= 5; n++) {
              secrets.update(secret(name, "k", Integer.toString(n)));
              secrets.getAll(List.of("thread-0", "thread-1"));
            }
            return true;
          });
    }
    inThreads(4, work);

    for (int i = 0; i < 4; i++) {
      assertHolds(secret("thread-" + i, "k", "5"), secrets);
    }
  }

  @Test
  default void oneOfManyThatRegisterANameSucceeds() throws Exception {
    Assumptions.assumeTrue(store().traits().atomicRegister(), "it cannot tell");
    for (int round = 0; round < 5; round++) {
      String name = "raced-" + round;
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Secret mine = secret(name, "by", "thread " + i);
        SecretsManager secrets = store().open();
        work.add(() -> registers(secrets, mine));
      }
      List<Boolean> won = inThreads(4, work);

      int winner = won.indexOf(true);
      assertEquals(1, won.stream().filter(each -> each).count(), "of those that registered");
      assertHolds(secret(name, "by", "thread " + winner), store().open());
    }
  }

  @Test
  default void anUpdateIsSeenWholeOrNotAtAll() throws Exception {
    SecretsManager writer = store().open();
    SecretsManager reader = store().open();
    writer.register(stamped("0"));
    List<Callable<Boolean>> work = new ArrayList<>();
    work.add(
        () -> {
          for (int i = 1; i <= 25; i++) {
            writer.update(stamped(Integer.toString(i)));
          }
          return true;
        });
    work.add(
        () -> {
          for (int i = 0; i < 25; i++) {
            assertWhole(reader.get("shared"));
          }
          return true;
        });
    inThreads(2, work);

    assertHolds(stamped("25"), reader);
  }

  @Test
  default void twoProcessesThatWriteAtOnceLoseNothing() throws Exception {
    Assumptions.assumeTrue(store().traits().processes(), "its store is of one process");
    SecretsManager secrets = store().open();
    secrets.register(stamped("start"));
    List<Callable<List<String>>> processes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int number = i;
      processes.add(() -> WritingProcess.run(store(), number));
    }
    List<List<String>> won = inThreads(2, processes);

    Set<String> names = new HashSet<>(secrets.list());
    for (int process = 0; process < 2; process++) {
      for (int i = 0; i < ROUNDS; i++) {
        assertHolds(secret("p" + process + "/" + i, "k", "updated"), secrets);
        assertTrue(names.remove("p" + process + "/" + i));
      }
    }
    for (int i = 0; i < ROUNDS; i++) {
      String name = "raced/" + i;
      long winners = won.stream().filter(process -> process.contains(name)).count();
      if (store().traits().atomicRegister()) {
        assertEquals(1, winners, "of those that registered " + name);
      }
      int winner = won.get(0).contains(name) ? 0 : 1;
      if (winners == 1) {
        assertHolds(secret(name, "by", "process " + winner), secrets);
      }
      assertTrue(names.remove(name));
    }
    assertWhole(secrets.get("shared"));
    assertEquals(Set.of("shared"), names);
  }

  /** The same text under several keys, so that a mixture of two would be seen. */
  static Secret stamped(String stamp) {
    return secret("shared", "a", stamp, "b", stamp, "c", stamp);
  }

  static boolean registers(SecretsManager secrets, Secret secret) {
    try {
      secrets.register(secret);
      return true;
    } catch (SecretExistsException e) {
      return false;
    }
  }

  private static void assertWhole(Secret shared) {
    assertEquals(Set.of("a", "b", "c"), shared.values().keySet());
    assertEquals(1, new HashSet<>(shared.values().values()).size(), "a mixture of two writes");
  }

  static <T> List<T> inThreads(int count, List<Callable<T>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(work)) {
        results.add(done.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
