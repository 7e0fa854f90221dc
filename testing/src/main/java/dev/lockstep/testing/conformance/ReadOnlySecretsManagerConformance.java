package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.StoreUnderTest.assertHolds;
import static dev.lockstep.testing.conformance.StoreUnderTest.assertRefused;
import static dev.lockstep.testing.conformance.StoreUnderTest.assertSays;
import static dev.lockstep.testing.conformance.StoreUnderTest.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.UnsupportedSecretOperationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every secrets manager does alike that reads what others wrote, and writes nothing itself:
 * the part of {@link SecretsManagerConformance} that applies to it.
 */
public abstract class ReadOnlySecretsManagerConformance {
  private static final List<Secret> SECRETS =
      List.of(
          secret("warehouse", "url", "jdbc:x?a=b", "password", StoreUnderTest.VALUE),
          secret("mail", "user_name", "", "pass", "p\u00E4\u00DF\n $x '\"' "),
          secret("api2", "k", "v"));

  private @Nullable StoreUnderTest store;

  /** Called by JUnit. */
  protected ReadOnlySecretsManagerConformance() {}

  /**
   * Starts a store that holds these secrets and no others. Called for each test.
   *
   * @param folder an empty folder of the test, deleted after it
   */
  protected abstract SecretsManagerFixture start(Path folder, List<Secret> secrets)
      throws Exception;

  @BeforeEach
  final void startStore(@TempDir Path folder) throws Exception {
    store = new StoreUnderTest(start(folder, SECRETS), folder.resolve("lockstep-home"));
  }

  @AfterEach
  final void stopStore() throws Exception {
    running().close();
    store = null;
  }

  private StoreUnderTest running() {
    StoreUnderTest running = store;
    if (running == null) {
      throw new IllegalStateException("No test is running.");
    }
    return running;
  }

  @Test
  final void everySecretIsReadAsItIs() {
    SecretsManager secrets = running().open();

    for (Secret secret : SECRETS) {
      assertHolds(secret, secrets);
    }
    assertEquals(
        Map.of("warehouse", SECRETS.get(0), "api2", SECRETS.get(2)),
        secrets.getAll(List.of("warehouse", "missing", "api2", "warehouse")));
    assertEquals(Map.of(), secrets.getAll(List.of()));
  }

  @Test
  final void theListIsSortedAndComplete() {
    List<String> names = new ArrayList<>();
    for (Secret secret : SECRETS) {
      names.add(secret.name());
    }
    Collections.sort(names);

    assertEquals(names, running().open().list());
  }

  @Test
  final void whatIsMissingIsToldByItsName() {
    SecretNotFoundException refusal =
        assertRefused(SecretNotFoundException.class, () -> running().open().get("missing"));

    assertEquals("missing", refusal.name());
    assertSays("tested", refusal);
  }

  @Test
  final void whatIsMissingIsNotMendedByACommandThatIsRefused() {
    String remedy = running().open().remedy("missing", List.of("key")).orElse("");

    assertFalse(remedy.isBlank(), "It says nothing of how a missing secret is mended.");
    assertFalse(remedy.contains("lockstep secret register"), remedy);
    assertFalse(remedy.contains("lockstep secret update"), remedy);
  }

  @Test
  final void namesThatCannotBeAreRefused() {
    SecretsManager secrets = running().open();
    for (String name :
        List.of("", "a b", "../a", "a//b", "-a", "a\nb", "\u00E4", "a".repeat(121))) {
      assertRefused(InvalidSecretException.class, () -> secrets.get(name));
      assertRefused(InvalidSecretException.class, () -> secrets.getAll(List.of("mail", name)));
    }
  }

  @Test
  final void everyWriteIsRefusedAndChangesNothing() {
    SecretsManager secrets = running().open();
    Secret written = secret("warehouse", "k", StoreUnderTest.VALUE);

    for (UnsupportedSecretOperationException refusal :
        List.of(
            assertRefused(
                UnsupportedSecretOperationException.class, () -> secrets.register(written)),
            assertRefused(UnsupportedSecretOperationException.class, () -> secrets.update(written)),
            assertRefused(
                UnsupportedSecretOperationException.class, () -> secrets.delete("warehouse")),
            assertRefused(
                UnsupportedSecretOperationException.class, () -> secrets.deleteAll(true)))) {
      assertSays("Fix: ", refusal);
    }
    assertHolds(SECRETS.get(0), running().open());
  }

  @Test
  final void whatWasReadShowsNoValue() {
    SecretsManager secrets = running().open();

    assertFalse(secrets.get("warehouse").toString().contains(StoreUnderTest.VALUE));
    assertFalse(secrets.toString().contains(StoreUnderTest.VALUE));
  }
}
