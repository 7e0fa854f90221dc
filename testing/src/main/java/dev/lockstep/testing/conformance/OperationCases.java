package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.StoreUnderTest.assertHolds;
import static dev.lockstep.testing.conformance.StoreUnderTest.assertRefused;
import static dev.lockstep.testing.conformance.StoreUnderTest.assertSays;
import static dev.lockstep.testing.conformance.StoreUnderTest.one;
import static dev.lockstep.testing.conformance.StoreUnderTest.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The operations, and what they say of what is there and what is not. */
interface OperationCases extends Cases {
  @Test
  default void anEmptyStoreHasNoSecrets() {
    SecretsManager secrets = store().open();

    assertEquals(List.of(), secrets.list());
    assertEquals(Map.of(), secrets.getAll(List.of("a", "b")));
    assertRefused(SecretNotFoundException.class, () -> secrets.get("a"));
    secrets.deleteAll(false);
    secrets.deleteAll(true);
    assertEquals(List.of(), secrets.list());
  }

  @Test
  default void aRegisteredSecretIsReadAtOnceAndByOthers() {
    Secret secret = secret("warehouse", "url", "jdbc:x", "password", "p");
    SecretsManager secrets = store().open();
    secrets.register(secret);

    assertHolds(secret, secrets);
    assertHolds(secret, store().open());
    assertEquals(Map.of("warehouse", secret), secrets.getAll(List.of("warehouse")));
  }

  @Test
  default void theSchemaTypeIsKept() {
    SecretsManager secrets = store().open();
    Secret typed = Secret.of("a", "my_schema2", Map.of("k", SecretValue.of("v")));
    secrets.register(typed);

    assertHolds(typed, secrets);
    assertEquals("my_schema2", store().open().get("a").type());
    assertEquals("my_schema2", one(store().open().getAll(List.of("a")), "a").type());
  }

  @Test
  default void anUpdateAddsChangesAndRemovesKeysAndReplacesTheType() {
    SecretsManager secrets = store().open();
    secrets.register(Secret.of("a", "aws", values("removed", "1", "changed", "1")));

    Secret changed = Secret.of("a", "other", values("changed", "2", "added", "2"));
    secrets.update(changed);
    assertHolds(changed, secrets);
    assertHolds(changed, store().open());

    Secret untyped = secret("a", "k", "3");
    secrets.update(untyped);
    assertHolds(untyped, store().open());
  }

  @Test
  default void anUpdateWithTheSameContentSucceeds() {
    SecretsManager secrets = store().open();
    secrets.register(secret("a", "k", "v"));
    secrets.update(secret("a", "k", "v"));

    assertHolds(secret("a", "k", "v"), secrets);
  }

  @Test
  default void aSecretIsNotRegisteredTwice() {
    SecretsManager secrets = store().open();
    secrets.register(secret("a", "k", "old"));

    for (SecretsManager again : List.of(secrets, store().open())) {
      SecretExistsException refusal =
          assertRefused(SecretExistsException.class, () -> again.register(secret("a", "k", "new")));
      assertEquals("a", refusal.name());
      assertSays("'a'", refusal);
    }
    assertHolds(secret("a", "k", "old"), secrets);
    assertRefused(SecretExistsException.class, () -> secrets.register(secret("a", "k", "old")));
  }

  @Test
  default void whatIsMissingIsNeitherReadNorUpdatedNorDeleted() {
    SecretsManager secrets = store().open();

    assertEquals(
        "missing",
        assertRefused(SecretNotFoundException.class, () -> secrets.get("missing")).name());
    assertEquals(
        "missing",
        assertRefused(
                SecretNotFoundException.class,
                () -> secrets.update(secret("missing", "k", StoreUnderTest.VALUE)))
            .name());
    assertEquals(
        "missing",
        assertRefused(SecretNotFoundException.class, () -> secrets.delete("missing")).name());
    assertEquals(List.of(), secrets.list());
  }

  @Test
  default void aDeletedSecretIsGoneAndItsNameIsFree() {
    SecretsManager secrets =
        store().traits().recoverable() ? store().open("deletion", "final") : store().open();
    secrets.register(secret("a", "k", "1"));
    secrets.register(secret("b", "k", "1"));
    secrets.delete("a");

    assertEquals(List.of("b"), secrets.list());
    assertEquals(Set.of("b"), secrets.getAll(List.of("a", "b")).keySet());
    assertRefused(SecretNotFoundException.class, () -> secrets.get("a"));
    assertRefused(SecretNotFoundException.class, () -> secrets.update(secret("a", "k", "x")));
    assertRefused(SecretNotFoundException.class, () -> secrets.delete("a"));
    secrets.register(secret("a", "k", "2"));
    assertHolds(secret("a", "k", "2"), secrets);
  }

  @Test
  default void severalAreReadAtOnceAndMissingOnesAreAbsent() {
    SecretsManager secrets = store().open();
    for (int i = 0; i < 23; i++) {
      secrets.register(
          Secret.of("s" + i, i % 2 == 0 ? "aws" : "other", values("k", Integer.toString(i))));
    }

    Map<String, Secret> some = secrets.getAll(List.of("s3", "missing", "s1", "s3", "gone"));
    assertEquals(Set.of("s1", "s3"), some.keySet());
    assertEquals("other", one(some, "s1").type());
    assertEquals("3", one(some, "s3").value("k").orElseThrow().reveal());

    Map<String, Secret> all =
        store().open().getAll(IntStream.range(0, 25).mapToObj(i -> "s" + i).toList());
    assertEquals(23, all.size());
    assertEquals("22", one(all, "s22").value("k").orElseThrow().reveal());
    assertEquals(Map.of(), secrets.getAll(List.of()));
  }

  @Test
  default void aVersionChangesWithEveryUpdate() {
    Assumptions.assumeTrue(store().traits().versions(), "it has no versions");
    SecretsManager secrets = store().open();
    secrets.register(secret("a", "k", "1"));
    Optional<String> first = secrets.get("a").version();
    assertEquals(first, secrets.get("a").version());
    assertEquals(first, one(secrets.getAll(List.of("a")), "a").version());
    secrets.update(secret("a", "k", "2"));

    assertTrue(first.isPresent());
    assertTrue(secrets.get("a").version().isPresent());
    assertNotEquals(first, secrets.get("a").version());
  }

  @Test
  default void allAreDeletedAtOnceAndTheirNamesAreFree() {
    SecretsManager secrets = store().open();
    for (int i = 0; i < 12; i++) {
      secrets.register(secret("a/" + i, "k", "1"));
    }
    secrets.deleteAll(true);

    assertEquals(List.of(), secrets.list());
    assertEquals(Map.of(), secrets.getAll(List.of("a/0", "a/11")));
    secrets.register(secret("a/1", "k", "2"));
    assertEquals(List.of("a/1"), secrets.list());
    assertHolds(secret("a/1", "k", "2"), secrets);
  }

  @Test
  default void allAreDeletedWithoutForceAsWell() {
    SecretsManager secrets = store().open();
    secrets.register(secret("a", "k", "1"));
    secrets.register(secret("b/c", "k", "1"));
    secrets.deleteAll(false);

    assertEquals(List.of(), secrets.list());
    assertEquals(Map.of(), secrets.getAll(List.of("a", "b/c")));
    assertRefused(SecretNotFoundException.class, () -> store().open().get("a"));
  }

  @Test
  default void whatWasReadShowsNoValue() {
    SecretsManager secrets = store().open();
    secrets.register(secret("a", "k", StoreUnderTest.VALUE));

    assertFalse(secrets.get("a").toString().contains(StoreUnderTest.VALUE));
    assertFalse(secrets.toString().contains(StoreUnderTest.VALUE));
  }

  private static Map<String, SecretValue> values(String... keysAndValues) {
    return secret("any", keysAndValues).values();
  }
}
