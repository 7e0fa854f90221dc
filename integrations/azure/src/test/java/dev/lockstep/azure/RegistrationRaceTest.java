package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.testing.azure.KeyVaultOperation;
import dev.lockstep.testing.conformance.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two that register one name at once. */
final class RegistrationRaceTest extends VaultTest {
  /** The second one has looked, found nothing, and is held up before it writes. */
  private void registerWhileAnotherOneHasLooked(SecretsManager first, SecretsManager second)
      throws Exception {
    second.list(); // Knows the challenge, so that its second request is the write.
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      network.inject(new Fault.Delay(Duration.ofMillis(700)), 1, 1);
      int before = vault.calls(KeyVaultOperation.GET);
      Future<?> late = thread.submit(() -> second.register(secret("db", "late", "2")));
      while (vault.calls(KeyVaultOperation.GET) == before) {
        Thread.onSpinWait();
      }
      first.register(secret("db", "early", "1"));
      assertThatThrownBy(late::get).hasCauseInstanceOf(SecretExistsException.class);
    } finally {
      thread.shutdownNow();
    }
  }

  /** Past the network that holds up the other one. */
  private SecretsManager direct() {
    return create(Map.of("vault_url", vault.endpoint().toString()), Map.of());
  }

  @Test
  void theLaterOneSeesItAndPutsTheFirstOnesContentBack() throws Exception {
    registerWhileAnotherOneHasLooked(direct(), open());

    assertThat(value(open(), "db")).isEqualTo("1");
    assertThat(open().get("db").type()).isEqualTo("early");
    assertThat(open().list()).containsExactly("db");
  }

  @Test
  void oneOfTwoSucceedsAndItsContentStays() throws Exception {
    for (int round = 0; round < 20; round++) {
      String name = "raced" + round;
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        String mine = "of " + i;
        SecretsManager secrets = open();
        work.add(
            () -> {
              try {
                secrets.register(secret(name, mine));
                return true;
              } catch (SecretExistsException e) {
                return false;
              }
            });
      }
      List<Boolean> won = new ArrayList<>();
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        for (Future<Boolean> each : threads.invokeAll(work)) {
          won.add(each.get());
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(won).containsOnlyOnce(true);
      assertThat(value(open(), name)).isEqualTo("of " + won.indexOf(true));
    }
  }

  @Test
  void whoMayNotListRegistersWithoutLooking() {
    vault.deny(KeyVaultOperation.LIST_VERSIONS);
    open().register(secret("db", "1"));

    assertThat(value(open(), "db")).isEqualTo("1");
  }

  @Test
  void aFailureOfTheLookAfterwardsIsNotNoticed() {
    vault.throttle(KeyVaultOperation.LIST_VERSIONS, 1, 0);
    open().register(secret("db", "1"));

    assertThat(value(open(), "db")).isEqualTo("1");
  }
}
