package dev.lockstep.secret.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.secret.encryption.NewKey;
import dev.lockstep.stack.Passphrases;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Threads that are interrupted while they use a store, as those of a cancelled run. */
class InterruptedStoreTest extends LocalStore {
  private static final int INTERRUPTS = 200;

  @Test
  void anInterruptedThreadFinishesWhatItDoesAndStaysInterrupted() {
    LocalSecretsManager secrets = open(Map.of(), Map.of(), Passphrases.unattended());
    Thread.currentThread().interrupt();
    try {
      secrets.register(secret("a", "k", "1"));
      secrets.update(secret("a", "k", "2"));
      assertThat(secrets.get("a")).isEqualTo(secret("a", "k", "2"));
      assertThat(secrets.rekey(NewKey.random())).isEqualTo(1);
      assertThat(secrets.list()).containsExactly("a");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(open().get("a")).isEqualTo(secret("a", "k", "2"));
  }

  @Test
  void anInterruptAtAnyMomentLosesNothingAndIsNotLostItself() throws Exception {
    SecretsManager secrets = open();
    secrets.register(secret("a", "k", "0"));
    AtomicInteger noticed = new AtomicInteger();
    CompletableFuture<Integer> written = new CompletableFuture<>();
    Thread writer =
        new Thread(
            () -> {
              try {
                int last = 0;
                for (int i = 1; noticed.get() < INTERRUPTS; i++) {
                  try {
                    secrets.update(secret("a", "k", Integer.toString(i)));
                    last = i;
                  } catch (SecretsUnreachableException e) {
                    // It says that it changed nothing; checked at the end.
                    assertThat(e).hasMessageContaining("othing was changed");
                  }
                  if (Thread.interrupted()) {
                    noticed.incrementAndGet();
                  }
                }
                written.complete(last);
              } catch (Throwable e) {
                written.completeExceptionally(e);
              }
            });
    writer.start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    for (int i = 0; i < INTERRUPTS; i++) {
      writer.interrupt();
      while (noticed.get() == i && !written.isDone()) {
        assertThat(System.nanoTime()).as("an interrupt was lost").isLessThan(end);
        Thread.onSpinWait();
      }
    }

    int last = written.get(60, TimeUnit.SECONDS);
    assertThat(open().get("a")).isEqualTo(secret("a", "k", Integer.toString(last)));
  }

  @Test
  void whoWaitsForAnotherProcessStopsWhenInterruptedAndHasChangedNothing() throws Exception {
    open().register(secret("a", "k", "1"));
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread waiting;
    try (FileChannel lock =
            FileChannel.open(
                store().resolveSibling(".default.yaml.lock"), StandardOpenOption.WRITE);
        FileLock held = lock.lock()) {
      assertThat(held.isValid()).isTrue();
      waiting =
          new Thread(
              () -> {
                try {
                  assertThatThrownBy(() -> open().update(secret("a", "k", VALUE)))
                      .isInstanceOf(SecretsUnreachableException.class)
                      .hasMessageContaining("nothing was changed")
                      .hasMessageNotContaining(VALUE);
                  interrupted.complete(Thread.interrupted());
                } catch (Throwable e) {
                  interrupted.completeExceptionally(e);
                }
              });
      waiting.start();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (!interrupted.isDone()) {
        assertThat(System.nanoTime()).isLessThan(end);
        waiting.interrupt();
        Thread.onSpinWait();
      }
    }
    assertThat(interrupted.get()).as("still interrupted").isTrue();
    assertThat(open().get("a")).isEqualTo(secret("a", "k", "1"));
  }

  @Test
  void manyThreadsOfOneManagerLoseNothing() throws Exception {
    SecretsManager secrets = open();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      String name = "t" + t;
      Thread thread =
          new Thread(
              () -> {
                secrets.register(secret(name, "k", "0"));
                for (int i = 1; i <= 20; i++) {
                  secrets.update(secret(name, "k", Integer.toString(i)));
                  secrets.get(name);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (int t = 0; t < 8; t++) {
      assertThat(secrets.get("t" + t)).isEqualTo(secret("t" + t, "k", "20"));
    }
  }
}
