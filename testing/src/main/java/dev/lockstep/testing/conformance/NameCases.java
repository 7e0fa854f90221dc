package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.StoreUnderTest.assertHolds;
import static dev.lockstep.testing.conformance.StoreUnderTest.assertRefused;
import static dev.lockstep.testing.conformance.StoreUnderTest.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What secrets and keys may be called, and that none is taken for another one. */
interface NameCases extends Cases {
  /** Names that a careless mapping takes for each other, or for something else. */
  private static List<String> closeNames() {
    return List.of(
        "a",
        "A",
        "aA",
        "AA",
        "a_b",
        "a-b",
        "a.b",
        "a/b",
        "a/B",
        "A/b",
        "a_b/c",
        "a/b_c",
        "a/b/c",
        "a.b/c",
        "a/b.c",
        "a-b-c",
        "a_b_c",
        "a--b",
        "a---b",
        "a----b",
        "a-----b",
        "a-_b",
        "a_-b",
        "a__b",
        "a/-b",
        "a-/b",
        "a/_b",
        "a_/b",
        "a._b",
        "a-.b",
        "a.-b",
        "a/.b",
        "a--2fb",
        "a---2fb",
        "a---5fb",
        "a-2fb",
        "a_2fb",
        "a2fb",
        "ab",
        "b",
        "b/a",
        "list",
        "data",
        "metadata",
        "latest",
        "null",
        "true",
        "007",
        "7",
        "1e3",
        "warehouse-secret",
        "warehouse",
        "x.json",
        "x.yaml",
        "con",
        "nul",
        "a0",
        "a00",
        "lockstep",
        "lockstep/a");
  }

  @Test
  default void closeNamesAreNotTakenForEachOther() {
    SecretsManager secrets = store().open();
    List<String> names = closeNames();
    for (String name : names) {
      assertRefused(SecretNotFoundException.class, () -> secrets.get(name));
      secrets.register(secret(name, "name", name));
    }

    for (String name : names) {
      assertHolds(secret(name, "name", name), secrets);
    }
    List<String> sorted = new ArrayList<>(names);
    Collections.sort(sorted);
    assertEquals(sorted, secrets.list());
    secrets.delete("a");
    sorted.remove("a");
    assertEquals(sorted, secrets.list());
    assertEquals(sorted.size(), secrets.getAll(names).size());
  }

  @Test
  default void closeKeysAreNotTakenForEachOther() {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    for (String key :
        List.of(
            "k",
            "K",
            "_k",
            "__k",
            "k_",
            "k-",
            "k.",
            "k_a",
            "k-a",
            "k.a",
            "k.A",
            "k..a",
            "ka",
            "k1",
            "null",
            "_",
            "type",
            "version",
            "value",
            "name",
            "values",
            "lockstep-type",
            "key" + "x".repeat(SecretNames.LONGEST_KEY - 3))) {
      values.put(key, SecretValue.of("of " + key));
    }
    SecretsManager secrets = store().open();
    Secret secret = Secret.of("keys", Secret.ARBITRARY, values);
    secrets.register(secret);

    assertHolds(secret, secrets);
  }

  @Test
  default void secretAndKeyAreNotRunTogether() {
    SecretsManager secrets = store().open();
    List<Secret> all =
        List.of(
            secret("a", "b_c", "1", "b.c", "2", "b-c", "3"),
            secret("a_b", "c", "4"),
            secret("a.b", "c", "5"),
            secret("a-b", "c", "6"),
            secret("a/b", "c", "7"));
    for (Secret secret : all) {
      secrets.register(secret);
    }

    for (Secret secret : all) {
      assertHolds(secret, secrets);
    }
    secrets.delete("a_b");
    assertHolds(all.get(0), secrets);
  }

  @Test
  default void theLongestNameIsKept() {
    SecretsManager secrets = store().open();
    String name = "a".repeat(SecretNames.LONGEST_NAME);
    secrets.register(secret(name, "k", "v"));

    assertHolds(secret(name, "k", "v"), secrets);
    assertEquals(List.of(name), secrets.list());
  }

  @Test
  default void aNameOfManyOddCharactersIsKeptOrRefused() {
    SecretsManager secrets = store().open();
    String name = "A_" + "._".repeat(SecretNames.LONGEST_NAME / 2 - 2) + "b";
    try {
      secrets.register(secret(name, "k", "v"));
    } catch (InvalidSecretException e) {
      assertEquals(List.of(), secrets.list());
      assertRefused(InvalidSecretException.class, () -> secrets.get(name));
      return;
    }
    assertHolds(secret(name, "k", "v"), secrets);
    assertEquals(List.of(name), secrets.list());
  }

  @Test
  default void namesAndKeysThatCannotBeAreRefused() {
    SecretsManager secrets = store().open();
    for (String name :
        List.of(
            "",
            " ",
            "a b",
            "../a",
            "a/../b",
            "a//b",
            "/a",
            "a/",
            "-a",
            "a-",
            ".a",
            "a\nb",
            "a\u0000b",
            "\u00E4",
            "a:b",
            "a*",
            "a?b",
            "a%2fb",
            "a\\b",
            "a".repeat(SecretNames.LONGEST_NAME + 1))) {
      Secret hostile = secret(name, "k", StoreUnderTest.VALUE);
      assertRefused(InvalidSecretException.class, () -> secrets.register(hostile));
      assertRefused(InvalidSecretException.class, () -> secrets.update(hostile));
      assertRefused(InvalidSecretException.class, () -> secrets.get(name));
      assertRefused(InvalidSecretException.class, () -> secrets.delete(name));
      assertRefused(InvalidSecretException.class, () -> secrets.getAll(List.of("fine", name)));
    }
    for (String key :
        List.of(
            "",
            "1a",
            "a b",
            "a=b",
            "a\n",
            "-a",
            ".a",
            "a/b",
            "\u00E4",
            "a".repeat(SecretNames.LONGEST_KEY + 1))) {
      assertRefused(
          InvalidSecretException.class,
          () -> secrets.register(secret("a", key, StoreUnderTest.VALUE)));
    }
    assertEquals(List.of(), secrets.list());
  }
}
