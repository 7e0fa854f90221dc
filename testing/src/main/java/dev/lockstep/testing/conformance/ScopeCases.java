package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.StoreUnderTest.assertHolds;
import static dev.lockstep.testing.conformance.StoreUnderTest.assertRefused;
import static dev.lockstep.testing.conformance.StoreUnderTest.assertSays;
import static dev.lockstep.testing.conformance.StoreUnderTest.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.StackException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a component sees of its store, however much there is, and what it leaves alone. */
interface ScopeCases extends Cases {
  @Test
  default void aListOf1001SecretsIsCompleteAndSorted() throws Exception {
    SecretsManager secrets = store().open();
    List<String> names = new ArrayList<>();
    List<Callable<Boolean>> writes = new ArrayList<>();
    for (int i = 0; i < 1_001; i++) {
      String name = (i % 3 == 0 ? "folder/" : "secret-") + (char) ('z' - i % 26) + i;
      names.add(name);
      writes.add(
          () -> {
            secrets.register(secret(name, "k", "v"));
            return true;
          });
    }
    ConcurrencyCases.inThreads(8, writes);

    Collections.sort(names);
    assertEquals(names, secrets.list());
    assertEquals(names, store().open().list());
  }

  @Test
  default void twoPrefixesNeverSeeEachOther() {
    Assumptions.assumeTrue(store().traits().prefixes(), "it has no prefixes");
    List<String> prefixes = List.of("a", "ab", "a-b", "a.b", "a_b", "A", "a--b", "b", "a/");
    List<String> names = List.of("b", "b/c", "c", "b_c", "a", "a/b");
    List<String> distinct = prefixes.subList(0, prefixes.size() - 1);
    for (String prefix : distinct) {
      SecretsManager secrets = store().open("prefix", prefix);
      assertEquals(List.of(), secrets.list(), prefix);
      for (String name : names) {
        assertRefused(SecretNotFoundException.class, () -> secrets.get(name));
        secrets.register(secret(name, "k", prefix + " " + name));
      }
    }

    List<String> sorted = new ArrayList<>(names);
    Collections.sort(sorted);
    for (String prefix : distinct) {
      SecretsManager secrets = store().open("prefix", prefix);
      assertEquals(sorted, secrets.list(), prefix);
      for (String name : names) {
        assertHolds(secret(name, "k", prefix + " " + name), secrets);
      }
    }
    assertEquals(sorted, store().open("prefix", "a/").list(), "a slash at the end is no other one");
    store().open("prefix", "a").deleteAll(true);
    assertEquals(List.of(), store().open("prefix", "a").list());
    for (String prefix : distinct.subList(1, distinct.size())) {
      assertEquals(sorted, store().open("prefix", prefix).list(), prefix);
    }
  }

  @Test
  default void twoComponentsOfOneFlavorWithStoresOfTheirOwnNeverMeet() throws Exception {
    SecretsManager mine = store().open();
    SecretsManager other = another().open();
    mine.register(secret("a", "k", "mine"));
    assertEquals(List.of(), other.list());
    assertRefused(SecretNotFoundException.class, () -> other.get("a"));
    other.register(secret("a", "k", "other"));
    other.register(secret("b", "k", "other"));

    assertHolds(secret("a", "k", "mine"), mine);
    assertHolds(secret("a", "k", "other"), other);
    other.deleteAll(true);
    other.close();
    assertEquals(List.of("a"), mine.list());
    assertHolds(secret("a", "k", "mine"), mine);
    mine.update(secret("a", "k", "still mine"));
    assertHolds(secret("a", "k", "still mine"), store().open());
  }

  @Test
  default void aComponentWithoutPrefixSeesTheWholeStore() {
    Assumptions.assumeTrue(store().traits().prefixes(), "it has no prefixes");
    SecretsManager dev = store().open("prefix", "dev");
    SecretsManager all = store().open();
    dev.register(secret("a", "k", "1"));
    all.register(secret("a", "k", "2"));

    assertEquals(List.of("a", "dev/a"), all.list());
    assertHolds(secret("dev/a", "k", "1"), all);
    assertHolds(secret("a", "k", "1"), dev);
  }

  @Test
  default void aPrefixThatCannotBeIsRefused() {
    Assumptions.assumeTrue(store().traits().prefixes(), "it has no prefixes");
    for (String prefix : List.of("a/b", "-a", "a b", "..", "/", "\u00E4", "a//")) {
      RuntimeException refusal =
          assertRefused(RuntimeException.class, () -> store().open("prefix", prefix));
      assertTrue(
          refusal instanceof StackException || refusal instanceof IllegalArgumentException,
          refusal.toString());
    }
  }

  @Test
  default void whatOtherToolsStoredIsReadAndNotListedNorDeletedWithAll() {
    Assumptions.assumeTrue(store().fixture().storesForeign(), "nothing else stores there");
    store().fixture().storeForeign("other/tool", "{\"user\": \"u\", \"port\": 5432}");
    SecretsManager secrets = store().open();
    secrets.register(secret("ours", "k", "v"));

    assertEquals("u", secrets.get("other/tool").value("user").orElseThrow().reveal());
    assertEquals("5432", secrets.get("other/tool").value("port").orElseThrow().reveal());
    assertEquals(List.of("ours"), secrets.list());
    assertRefused(
        SecretExistsException.class, () -> secrets.register(secret("other/tool", "k", "v")));
    secrets.deleteAll(true);
    assertEquals(List.of(), secrets.list());
    assertEquals("u", secrets.get("other/tool").value("user").orElseThrow().reveal());
    secrets.update(secret("other/tool", "user", "changed"));
    assertHolds(secret("other/tool", "user", "changed"), store().open());
    secrets.deleteAll(true);
    assertHolds(secret("other/tool", "user", "changed"), store().open());
    secrets.delete("other/tool");
    assertEquals(Map.of(), secrets.getAll(List.of("other/tool")));
  }

  @Test
  default void deletedSecretsAreRestoredOrReplacedOrRefused() {
    Assumptions.assumeTrue(store().traits().recoverable(), "nothing can be restored");
    SecretsManager secrets = store().open("deletion", "recoverable");
    for (String name : List.of("restored", "replaced", "refused")) {
      secrets.register(secret(name, "k", "old"));
      secrets.delete(name);
      assertSays(until(secrets, name), gone(() -> secrets.get(name)));
      assertSays(until(secrets, name), gone(() -> secrets.update(secret(name, "k", "x"))));
      assertSays(until(secrets, name), gone(() -> secrets.delete(name)));
      assertEquals(Map.of(), secrets.getAll(List.of(name)));
    }
    assertEquals(Optional.empty(), secrets.recoverableUntil("never-there"));
    assertEquals(List.of(), secrets.list());

    SecretExistsException refusal =
        assertRefused(
            SecretExistsException.class, () -> secrets.register(secret("refused", "k", "new")));
    assertSays("restore", refusal);
    assertSays(until(secrets, "refused"), refusal);
    store().open("on_deleted", "restore").register(secret("restored", "k", "new"));
    assertHolds(secret("restored", "k", "new"), secrets);
    store().open("on_deleted", "replace").register(secret("replaced", "k", "new"));
    assertHolds(secret("replaced", "k", "new"), secrets);
    assertEquals(List.of("replaced", "restored"), secrets.list());
    assertEquals(Optional.empty(), secrets.recoverableUntil("restored"));
  }

  private static SecretNotFoundException gone(Executable call) {
    return assertRefused(SecretNotFoundException.class, call);
  }

  /** What has to be said of a deleted secret: until when it can be restored, if that is known. */
  private static String until(SecretsManager secrets, String name) {
    return secrets
        .recoverableUntil(name)
        .map(date -> "can be restored until " + date.truncatedTo(ChronoUnit.SECONDS))
        .orElse("");
  }

  @Test
  default void allAreDeletedRecoverablyUnlessForced() {
    Assumptions.assumeTrue(store().traits().recoverable(), "nothing can be restored");
    SecretsManager secrets = store().open("deletion", "recoverable");
    secrets.register(secret("a", "k", "old"));
    secrets.deleteAll(false);
    assertEquals(List.of(), secrets.list());
    assertRefused(SecretExistsException.class, () -> secrets.register(secret("a", "k", "new")));

    secrets.register(secret("b", "k", "old"));
    secrets.deleteAll(true);
    secrets.register(secret("b", "k", "new"));
    assertHolds(secret("b", "k", "new"), secrets);
  }
}
