package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.StoreUnderTest.assertHolds;
import static dev.lockstep.testing.conformance.StoreUnderTest.assertRefused;
import static dev.lockstep.testing.conformance.StoreUnderTest.assertSays;
import static dev.lockstep.testing.conformance.StoreUnderTest.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.secret.SecretsThrottledException;
import dev.lockstep.secret.SecretsUnreachableException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What becomes of calls that the server refuses, answers late, badly or not at all. */
interface FailureCases extends Cases {
  private FaultProxy proxy() {
    Assumptions.assumeTrue(store().fixture().proxy().isPresent(), "there is no server to fail");
    return store().fixture().proxy().orElseThrow();
  }

  /** All operations, on the secret {@code there}, which exists. */
  private static Map<String, Consumer<SecretsManager>> operations() {
    Map<String, Consumer<SecretsManager>> operations = new LinkedHashMap<>();
    operations.put("register", secrets -> secrets.register(secret("new", "k", value())));
    operations.put("get", secrets -> secrets.get("there"));
    operations.put("getAll", secrets -> secrets.getAll(List.of("there", "missing")));
    operations.put("list", SecretsManager::list);
    operations.put("update", secrets -> secrets.update(secret("there", "k", value())));
    operations.put("delete", secrets -> secrets.delete("there"));
    operations.put("deleteAll", secrets -> secrets.deleteAll(true));
    return operations;
  }

  private static String value() {
    return StoreUnderTest.VALUE;
  }

  /** Each operation fails with that type, shows no value, and has changed nothing. */
  private Stream<DynamicTest> eachFails(
      Class<? extends SecretsManagerException> type, Fault fault) {
    FaultProxy proxy = proxy();
    SecretsManager direct = store().open();
    direct.register(secret("there", "k", "v"));
    return operations().entrySet().stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.getKey(),
                    () -> {
                      SecretsManager secrets = store().openImpatient();
                      proxy.inject(fault);
                      try {
                        SecretsManagerException failure =
                            assertRefused(type, () -> operation.getValue().accept(secrets));
                        assertSays("tested", failure);
                      } finally {
                        proxy.clear();
                      }
                      assertEquals(List.of("there"), store().open().list());
                      assertHolds(secret("there", "k", "v"), store().open());
                    }));
  }

  @TestFactory
  default Stream<DynamicTest> aDeniedCallSaysSo() {
    proxy();
    return eachFails(SecretAccessDeniedException.class, store().fixture().denied(value()));
  }

  @TestFactory
  default Stream<DynamicTest> aThrottledCallSaysSo() {
    proxy();
    return eachFails(SecretsThrottledException.class, store().fixture().throttled(value()));
  }

  @TestFactory
  default Stream<DynamicTest> aServerThatFailsIsUnreachable() {
    proxy();
    return eachFails(SecretsUnreachableException.class, store().fixture().unavailable(value()));
  }

  @TestFactory
  default Stream<DynamicTest> aServerThatHangsUpIsUnreachable() {
    return eachFails(SecretsUnreachableException.class, new Fault.Cut());
  }

  @TestFactory
  default Stream<DynamicTest> anAnswerThatMakesNoSenseIsNoAnswer() {
    return eachFails(
        SecretsUnreachableException.class,
        new Fault.Answer(
            200, Map.of("Content-Type", "text/html"), "<html>" + value() + " log in</html>"));
  }

  @Test
  default void whatIsNotAnsweredIsNotMissing() {
    FaultProxy proxy = proxy();
    store().open().register(secret("there", "k", "v"));
    SecretsManager secrets = store().openImpatient();
    // A proxy or gateway says so, not the secrets manager.
    proxy.inject(new Fault.Answer(404, Map.of("Content-Type", "text/html"), "<html>404</html>"));

    assertRefused(SecretsManagerException.class, () -> secrets.getAll(List.of("there")));
    SecretsManagerException failure =
        assertRefused(SecretsManagerException.class, () -> secrets.get("there"));
    assertFalse(failure instanceof SecretNotFoundException, failure.toString());
  }

  @Test
  default void aServerThatIsGoneIsUnreachable() {
    FaultProxy proxy = proxy();
    SecretsManager secrets = store().openImpatient();
    proxy.close();

    assertRefused(SecretsUnreachableException.class, () -> secrets.get("a"));
    assertRefused(SecretsUnreachableException.class, secrets::list);
    assertRefused(
        SecretsUnreachableException.class, () -> secrets.register(secret("a", "k", value())));
  }

  @Test
  default void aServerThatDoesNotAnswerInTimeIsUnreachable() {
    FaultProxy proxy = proxy();
    Assumptions.assumeTrue(store().hasOption("timeout"), "it has no attribute 'timeout'");
    store().open().register(secret("there", "k", "v"));
    SecretsManager secrets = store().open("timeout", "PT0.3S", "attempts", "1");
    proxy.inject(new Fault.Delay(Duration.ofSeconds(20)));

    assertRefused(SecretsUnreachableException.class, () -> secrets.get("there"));
    assertRefused(SecretsUnreachableException.class, () -> secrets.getAll(List.of("a", "there")));
  }

  @Test
  default void anAnswerThatComesDropByDropIsNotWaitedForLongerThanTheTimeout() {
    FaultProxy proxy = proxy();
    Assumptions.assumeTrue(store().hasOption("timeout"), "it has no attribute 'timeout'");
    store().open().register(secret("there", "k", "x".repeat(2_000)));
    SecretsManager secrets = store().open("timeout", "PT1S", "attempts", "1");
    // Never still for as long as the timeout, and not at its end for minutes.
    proxy.inject(new Fault.Drip(Duration.ofMillis(50)));

    assertTimeoutPreemptively(
        Duration.ofSeconds(15),
        () -> assertRefused(SecretsUnreachableException.class, () -> secrets.get("there")));
  }

  @Test
  default void halfAnAnswerIsNotReadAsAWholeOne() {
    FaultProxy proxy = proxy();
    store().open().register(secret("there", "k", "v", "other", "x".repeat(2_000)));
    SecretsManager secrets = store().openImpatient();
    proxy.inject(new Fault.Truncated());

    assertRefused(SecretsUnreachableException.class, () -> secrets.get("there"));
    assertRefused(SecretsUnreachableException.class, () -> secrets.getAll(List.of("there")));
  }

  @TestFactory
  default Stream<DynamicTest> aFaultThatPassesIsNotNoticed() {
    FaultProxy proxy = proxy();
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("cut", new Fault.Cut());
    faults.put("throttled", store().fixture().throttled(value()));
    faults.put("unavailable", store().fixture().unavailable(value()));
    faults.put("truncated", new Fault.Truncated());
    return faults.entrySet().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(fault.getKey(), () -> allSucceed(proxy, fault.getValue())));
  }

  private void allSucceed(FaultProxy proxy, Fault fault) {
    for (Map.Entry<String, Consumer<SecretsManager>> operation : operations().entrySet()) {
      store().open().deleteAll(true);
      store().open().register(secret("there", "k", "v"));
      SecretsManager secrets = store().open();
      proxy.inject(fault, 0, 1);
      operation.getValue().accept(secrets);
      proxy.clear();
      assertDone(operation.getKey());
    }
  }

  @TestFactory
  default Stream<DynamicTest> aLostAnswerIsNotNoticed() {
    FaultProxy proxy = proxy();
    return operations().entrySet().stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.getKey(),
                    () -> loseEachAnswer(proxy, operation.getKey(), operation.getValue())));
  }

  /** Loses the answer to the first request of the operation, then to the second, and so on. */
  private void loseEachAnswer(FaultProxy proxy, String name, Consumer<SecretsManager> operation) {
    int lost = 0;
    while (true) {
      store().open().deleteAll(true);
      store().open().register(secret("there", "k", "v"));
      SecretsManager secrets = store().open();
      int before = proxy.requests();
      proxy.inject(new Fault.LostAnswer(), lost, 1);
      operation.accept(secrets);
      proxy.clear();
      assertDone(name);
      if (proxy.requests() - before <= lost) {
        return; // The operation made fewer requests than that.
      }
      lost++;
      assertTrue(lost < 50, "an operation makes less than 50 requests");
    }
  }

  private void assertDone(String operation) {
    SecretsManager secrets = store().open();
    switch (operation) {
      case "register" -> assertHolds(secret("new", "k", value()), secrets);
      case "update" -> assertHolds(secret("there", "k", value()), secrets);
      case "delete", "deleteAll" -> assertEquals(List.of(), secrets.list());
      default -> assertHolds(secret("there", "k", "v"), secrets);
    }
  }

  @Test
  default void aNameThatIsTakenIsStillToldAfterALostAnswer() {
    FaultProxy proxy = proxy();
    store().open().register(secret("there", "k", "v"));
    SecretsManager secrets = store().open();
    proxy.inject(new Fault.LostAnswer(), 0, 1);

    assertRefused(
        SecretExistsException.class, () -> secrets.register(secret("there", "k", "other")));
    proxy.clear();
    assertHolds(secret("there", "k", "v"), store().open());
  }

  @Test
  default void nothingIsAskedBeforeTheFirstCall() {
    FaultProxy proxy = proxy();
    int before = proxy.requests();
    store().open().close();

    assertEquals(before, proxy.requests());
  }
}
