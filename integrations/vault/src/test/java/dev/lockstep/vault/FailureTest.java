package dev.lockstep.vault;

import static dev.lockstep.vault.Opened.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsThrottledException;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How answers that are none, or not what was asked for, are told apart. */
final class FailureTest extends VaultTest {
  @Test
  void aSealedServerSaysSo() {
    vault.seal();
    assertThatThrownBy(() -> secrets.get("a"))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("HTTP 503, it is sealed")
        .hasMessageContaining("Fix: unseal the server");
    vault.unseal();

    assertThat(secrets.get("a").value("k")).isPresent();
  }

  @Test
  void aQuotaIsNoStandby() throws Exception {
    vault.allow(0);
    assertThatThrownBy(() -> secrets.get("a"))
        .isInstanceOf(SecretsThrottledException.class)
        .hasMessageContaining("HTTP 429")
        .hasMessageContaining("quota");
    for (int status : new int[] {429, 472, 473}) {
      try (FaultProxy proxy = FaultProxy.before(vault.address())) {
        proxy.inject(Fault.answer(status, "{\"initialized\":true,\"standby\":true}"));

        assertThatThrownBy(
                () -> Opened.over(started, "address", proxy.endpoint().toString()).get("a"))
            .isInstanceOf(SecretsUnreachableException.class)
            .hasMessageContaining("HTTP " + status + ", it is a standby");
      }
    }
  }

  @Test
  void aServerThatSaysWhenToComeBackIsWaitedFor() throws Exception {
    try (FaultProxy proxy = FaultProxy.before(vault.address())) {
      SecretsManager through = Opened.over(started, "address", proxy.endpoint().toString());
      proxy.inject(new Fault.Answer(429, Map.of("Retry-After", "1"), "{\"errors\":[]}"), 0, 1);
      long before = System.nanoTime();

      assertThat(through.get("a").value("k")).isPresent();
      assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(1_000_000_000L);
    }
  }

  @Test
  void aTokenThatCannotBeRenewedNowIsUsedWhileItLasts() throws Exception {
    String token = tokenForTenMinutes();
    try (FaultProxy proxy = FaultProxy.before(vault.address())) {
      SecretsManager through =
          Opened.over(
              started, "address", proxy.endpoint().toString(), "token", token, "attempts", "1");
      assertThat(through.get("a").value("k")).isPresent();
      started.pass(Duration.ofMinutes(2));
      proxy.inject(Fault.answer(503, "{\"errors\":[]}"), 0, 1); // It is asked how long it lasts,
      assertThat(through.get("a").value("k")).isPresent();
      assertThat(through.get("a").value("k")).isPresent(); // and once more.
      started.pass(Duration.ofMinutes(7));
      proxy.inject(Fault.answer(429, "{\"errors\":[]}"), 0, 1); // It is to be renewed,
      assertThat(through.get("a").value("k")).isPresent();
      assertThat(through.get("a").value("k")).isPresent(); // and once more.

      assertThat(vault.calls()).filteredOn("GET auth/token/lookup-self"::equals).hasSize(1);
      assertThat(vault.calls()).filteredOn("POST auth/token/renew-self"::equals).hasSize(1);
    }
  }

  @Test
  void anEngineOfVersion1IsNotTakenForAnEmptyOne() {
    started.admin().make("sys/mounts/old", Map.of("type", "kv", "options", Map.of("version", "1")));
    SecretsManager old = Opened.over(started, "mount", "old", "attempts", "1");

    for (var call :
        List.<ThrowingCallable>of(
            () -> old.get("a"),
            old::list,
            () -> old.getAll(List.of("a", "b")),
            () -> old.register(secret("a", "k", "v")),
            () -> old.delete("a"))) {
      assertThatThrownBy(call)
          .isInstanceOf(SecretsUnreachableException.class)
          .hasMessageContaining("'old' is no KV engine of version 2");
    }
    assertThat(vault.calls()).noneMatch(call -> call.startsWith("POST old/"));
  }

  @Test
  void aMountThatIsNotThereIsNotTakenForAnEmptyOne() {
    assertThatThrownBy(() -> Opened.over(started, "mount", "nowhere", "attempts", "1").get("a"))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("nothing is mounted there")
        .hasMessageContaining("mount and namespace");
    assertThatThrownBy(() -> Opened.over(started, "namespace", "none", "attempts", "1").get("a"))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("no such namespace");
  }

  @Test
  void aWriteWhoseAnswerWasLostIsNotMadeTwice() throws Exception {
    try (FaultProxy proxy = FaultProxy.before(vault.address())) {
      SecretsManager through = Opened.over(started, "address", proxy.endpoint().toString());
      proxy.inject(new Fault.LostAnswer(), 3, 1);
      through.register(secret("b", "z", "1", "a", "<2>"));

      assertThat(secrets.get("b")).isEqualTo(secret("b", "z", "1", "a", "<2>"));
      assertThat(secrets.get("b").version()).contains("1");
      proxy.inject(new Fault.LostAnswer(), 1, 1);
      through.update(secret("b", "y", "1", "a", "3"));
      assertThat(secrets.get("b")).isEqualTo(secret("b", "y", "1", "a", "3"));
      assertThat(secrets.get("b").version()).contains("2");
    }
  }

  @Test
  void aLostAnswerDoesNotHideThatAnotherOneWasFirst() throws Exception {
    try (FaultProxy proxy = FaultProxy.before(vault.address())) {
      SecretsManager through =
          Opened.over(started, "address", proxy.endpoint().toString(), "attempts", "20");
      // It is cut off from its write on, until another one has registered the name.
      proxy.inject(new Fault.Cut(), 3, Integer.MAX_VALUE);
      Thread other =
          new Thread(
              () -> {
                Waiting.until(() -> proxy.requests() >= 4);
                secrets.register(secret("b", "k", "another"));
                proxy.clear();
              });
      other.start();

      assertThatThrownBy(() -> through.register(secret("b", "k", "mine")))
          .isInstanceOf(SecretExistsException.class);
      other.join();
      assertThat(secrets.get("b")).isEqualTo(secret("b", "k", "another"));
    }
  }

  @Test
  void whatTheServerRefusesIsToldOnceAndNothingIsLeft() {
    String[] keysAndValues = new String[1_200];
    for (int i = 0; i < keysAndValues.length; i += 2) {
      keysAndValues[i] = "k" + i;
      keysAndValues[i + 1] = "v";
    }
    int before = vault.calls().size();

    assertThatThrownBy(() -> secrets.register(secret("big", keysAndValues)))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("HTTP 400")
        .hasMessageContaining("less than 500 keys");
    assertThat(vault.calls().size() - before).isLessThan(8);
    assertThat(secrets.list()).containsExactly("a");
    assertThatThrownBy(() -> secrets.get("big")).isInstanceOf(SecretNotFoundException.class);
  }

  @Test
  void whatTheServerWouldEscapeCountsSixfold() {
    assertThatThrownBy(() -> secrets.register(secret("big", "k", "<".repeat(200_000))))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("1200008 bytes");
    assertThat(vault.calls()).noneMatch(call -> call.endsWith("/big"));
  }

  @Test
  void aNameWithADotForASegmentIsRefusedAndDoesNotReachAnother() {
    secrets.register(secret("x/b", "k", "v"));

    assertThatThrownBy(() -> secrets.get("x/./b"))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("no segment that is a dot");
  }
}
