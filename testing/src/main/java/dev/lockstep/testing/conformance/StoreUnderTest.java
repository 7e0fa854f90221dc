package dev.lockstep.testing.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Passphrases;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** The store of one test, and what was opened over it. */
public final class StoreUnderTest {
  /** Must appear in no message. */
  static final String VALUE = "hunter2-5uper-5ecret";

  private final SecretsManagerFixture fixture;
  private final Path home;
  private final List<SecretsManager> opened = new ArrayList<>();

  /** A key that takes long to derive is derived once, as in every process of users. */
  private final Passphrases passphrases = Passphrases.unattended();

  StoreUnderTest(SecretsManagerFixture fixture, Path home) {
    this.fixture = fixture;
    this.home = home;
  }

  SecretsManagerFixture fixture() {
    return fixture;
  }

  SecretsManagerTraits traits() {
    return fixture.traits();
  }

  Path home() {
    return home;
  }

  /** Opens the store, with these attributes in addition: name and value in turn. */
  SecretsManager open(String... attributes) {
    Map<String, String> all = new LinkedHashMap<>(fixture.attributes());
    for (int i = 0; i < attributes.length; i += 2) {
      all.put(attributes[i], attributes[i + 1]);
    }
    SecretsManager secrets =
        fixture
            .flavor()
            .create(
                new ComponentContext(
                    "tested", all, new LockstepHome(home), fixture.environment(), passphrases));
    opened.add(secrets);
    return secrets;
  }

  /** Opens the store so that a failing server is given up soon, if the flavor can be told so. */
  SecretsManager openImpatient() {
    return hasOption("attempts") ? open("attempts", "2") : open();
  }

  boolean hasOption(String name) {
    for (FlavorOption option : fixture.flavor().options()) {
      if (option.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  void close() throws Exception {
    for (SecretsManager secrets : opened) {
      secrets.close();
    }
    fixture.close();
  }

  /** A secret without a schema, of keys and values in turn. */
  static Secret secret(String name, String... keysAndValues) {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], SecretValue.of(keysAndValues[i + 1]));
    }
    return Secret.of(name, Secret.ARBITRARY, values);
  }

  /** Equal, and without a value in what a failure says. */
  static void assertHolds(Secret expected, SecretsManager secrets) {
    Secret stored = secrets.get(expected.name());
    assertEquals(expected.name(), stored.name());
    assertEquals(expected.type(), stored.type(), "the type of " + expected.name());
    assertEquals(
        List.copyOf(expected.values().keySet()).stream().sorted().toList(),
        List.copyOf(stored.values().keySet()).stream().sorted().toList(),
        "the keys of " + expected.name());
    for (Map.Entry<String, SecretValue> entry : expected.values().entrySet()) {
      assertEquals(
          entry.getValue().reveal(),
          stored.value(entry.getKey()).orElseThrow().reveal(),
          "the value of " + entry.getKey());
    }
  }

  /** One of several that were read at once, which has to be there. */
  static Secret one(Map<String, Secret> secrets, String name) {
    Secret secret = secrets.get(name);
    if (secret == null) {
      return fail("'" + name + "' is missing among " + secrets.keySet());
    }
    return secret;
  }

  /** Its message holds that text. */
  static void assertSays(String text, Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains(text), message);
  }

  /** Fails with that type, and shows the value in no text of the failure. */
  static <T extends Throwable> T assertRefused(Class<T> type, Executable call) {
    T failure = assertThrows(type, call);
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertFalse(trace.toString().contains(VALUE), "the failure shows a value");
    return failure;
  }
}
