package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.StoreUnderTest.assertHolds;
import static dev.lockstep.testing.conformance.StoreUnderTest.assertRefused;
import static dev.lockstep.testing.conformance.StoreUnderTest.one;
import static dev.lockstep.testing.conformance.StoreUnderTest.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.secret.BasicAuthSecretSchema;
import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What other tools wrote, read as far as it makes sense, and under a declared schema. */
interface ForeignCases extends Cases {
  private SecretsManager withForeign(String name, String payload, String... attributes) {
    Assumptions.assumeTrue(store().fixture().storesForeign(), "nothing else stores there");
    store().fixture().storeForeign(name, payload);
    return store().open(attributes);
  }

  private SecretsManager withForeignText(String name, String payload, String... attributes) {
    Assumptions.assumeTrue(store().fixture().storesForeignText(), "only objects are stored there");
    return withForeign(name, payload, attributes);
  }

  @Test
  default void anObjectOfAnotherToolReadsUnderASchema() {
    SecretsManager secrets =
        withForeign("web", "{\"username\":\"u\",\"password\":\"p\",\"note\":\"n\"}");

    Secret stored = one(secrets.getAll(List.of("web")), "web");
    assertEquals(Secret.ARBITRARY, stored.type());
    assertEquals("u", new BasicAuthSecretSchema().read(stored).username());
  }

  @Test
  default void valuesThatAreNoTextsAreReadAsText() {
    SecretsManager secrets =
        withForeign(
            "mixed",
            "{\"port\": 5432, \"big\": 12345678901234567890, \"on\": true, \"none\": null,"
                + " \"object\": {\"a\":[1,\"x\"]}, \"list\": [], \"text\": \"\\u00e9\"}");

    assertEquals(
        Map.of(
            "port", SecretValue.of("5432"),
            "big", SecretValue.of("12345678901234567890"),
            "on", SecretValue.of("true"),
            "object", SecretValue.of("{\"a\":[1,\"x\"]}"),
            "list", SecretValue.of("[]"),
            "text", SecretValue.of("\u00e9")),
        secrets.get("mixed").values());
  }

  @Test
  default void aSingleValueIsReadUnderAKey() {
    SecretsManager secrets = withForeignText("api", "t0ken=\n");

    assertHolds(secret("api", "value", "t0ken=\n"), secrets);
    assertHolds(secret("api", "token", "t0ken=\n"), store().open("single_value_key", "token"));
  }

  @Test
  default void anObjectIsReadAsASingleValueWhereTheComponentSaysSo() {
    String payload = "{\"type\": \"service_account\"}";
    SecretsManager secrets =
        withForeignText("account", payload, "single_values", "other:k,account:token");

    assertHolds(secret("account", "token", payload), secrets);
    secrets.update(secret("account", "token", "{}"));
    assertHolds(secret("account", "token", "{}"), secrets);
    assertEquals(Map.of(), store().open().get("account").values());
    assertRefused(
        InvalidSecretException.class, () -> secrets.update(secret("account", "other", "x")));
  }

  @Test
  default void aBrokenObjectIsMalformedAndNotShown() {
    String broken = "{\"password\": \"" + StoreUnderTest.VALUE + "\", \"x\": ";
    SecretsManager secrets = withForeignText("broken", broken);

    MalformedSecretException refusal =
        assertThrows(MalformedSecretException.class, () -> secrets.get("broken"));
    assertEquals("broken", refusal.name());
    assertRefused(MalformedSecretException.class, () -> secrets.getAll(List.of("broken")));
    secrets.update(secret("broken", "k", "v"));
    assertHolds(secret("broken", "k", "v"), secrets);
  }

  @Test
  default void aKeyThatIsThereTwiceIsMalformed() {
    SecretsManager secrets =
        withForeignText("twice", "{\"k\":\"" + StoreUnderTest.VALUE + "\",\"k\":\"2\"}");

    assertRefused(MalformedSecretException.class, () -> secrets.get("twice"));
  }
}
