package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.StoreUnderTest.assertHolds;
import static dev.lockstep.testing.conformance.StoreUnderTest.assertRefused;
import static dev.lockstep.testing.conformance.StoreUnderTest.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What values may be. */
interface ValueCases extends Cases {
  @TestFactory
  default Stream<DynamicTest> valuesOfAnyTextAreKept() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("empty", "");
    values.put("a space", " ");
    values.put("spaces and tabs around", " \t a \t ");
    values.put("several lines", "a\nb\r\nc\rd\n\n");
    values.put("non-ASCII", "p\u00E4\u00DFw\u00F6rd \u5BC6\u7801 \u05E1\u05D5\u05D3");
    values.put("beyond the basic plane", "\uD83D\uDD11 \uD840\uDC00");
    values.put("combining and invisible", "e\u0301\u200B\u2028\u2029\uFEFFx\u00A0");
    values.put("an equals sign", "=a==b=");
    values.put("quotes", "'a' \"b\" `c` \"");
    values.put("dollar", "$HOME ${x} $(id) $$");
    values.put("a leading at", "@file");
    values.put("a reference", "{{aws.key}} {{}}");
    values.put("backslashes", "\\ \\n \\u0041 \\\\ \\x");
    values.put("control characters", "\u0001\u0007\b\f\u001B[31m\u007F\u0085");
    values.put("NUL", "a\u0000b\u0000");
    values.put("JSON", "{\"a\": [1, '%s', null], \"k\": \"\\u0000\"}");
    values.put("YAML", "- &x !tag\n...\n---\n# no\n");
    values.put("null", "null");
    values.put("true", "true");
    values.put("a number", "007");
    values.put("a large number", "123456789012345678901234567890.50e10");
    values.put("markup", "<a href=\"&amp;\">]]></a>");
    values.put("percent and plus", "%00%20+%s%n%");
    values.put("base64", "aGVsbG8=");
    values.put("a line of 5,000 characters", "x".repeat(5_000));
    return values.entrySet().stream()
        .map(
            value ->
                DynamicTest.dynamicTest(
                    value.getKey(), () -> keepsRegisteredAndUpdated(value.getValue())));
  }

  private void keepsRegisteredAndUpdated(String value) {
    SecretsManager secrets = store().open();
    secrets.deleteAll(true);
    Secret secret = secret("odd", "k", value, "other", "o");
    secrets.register(secret);
    assertHolds(secret, secrets);

    secrets.update(secret("odd", "k", "plain"));
    secrets.update(secret);
    assertHolds(secret, store().open());
    assertEquals(secret, store().open().getAll(List.of("odd")).get("odd"));
  }

  @Test
  default void halfOfASurrogatePairIsRefused() {
    SecretsManager secrets = store().open();

    assertRefused(
        InvalidSecretException.class, () -> secrets.register(secret("a", "k", "x\uD83Dy")));
    secrets.register(secret("a", "k", "v"));
    assertRefused(InvalidSecretException.class, () -> secrets.update(secret("a", "k", "\uDD11")));
    assertHolds(secret("a", "k", "v"), secrets);
  }

  @Test
  default void aValueOf64KilobytesIsKeptOrRefusedBeforeAnythingIsSent() {
    keepsUpToTheLimit(65_536);
  }

  @Test
  default void theLargestValueIsKept() {
    keepsUpToTheLimit(store().traits().largestValue());
  }

  @Test
  default void aValueOneLargerIsRefusedBeforeAnythingIsSent() {
    keepsUpToTheLimit(store().traits().largestValue() + 1);
  }

  private void keepsUpToTheLimit(int characters) {
    SecretsManager secrets = store().open();
    Secret large = secret("large", "k", "x".repeat(characters));
    if (characters <= store().traits().largestValue()) {
      secrets.register(large);
      assertHolds(large, secrets);
      secrets.update(large);
      assertHolds(large, store().open());
      return;
    }
    int before = requests();
    assertRefused(InvalidSecretException.class, () -> secrets.register(large));
    assertEquals(before, requests(), "nothing was to be sent");
    assertEquals(List.of(), secrets.list());
    secrets.register(secret("large", "k", "small"));
    assertRefused(InvalidSecretException.class, () -> secrets.update(large));
    assertHolds(secret("large", "k", "small"), secrets);
  }

  private int requests() {
    return store().fixture().proxy().map(FaultProxy::requests).orElse(0);
  }

  @Test
  default void sizesAreThoseOfEncodedText() {
    SecretsManager secrets = store().open();
    // Three bytes each, so that a limit that counted characters would let three times as much pass.
    Secret large = secret("large", "k", "\u5BC6".repeat(store().traits().largestValue() / 3 + 1));

    assertRefused(InvalidSecretException.class, () -> secrets.register(large));
    assertEquals(List.of(), secrets.list());
  }

  @Test
  default void manyKeysAreKeptInASecret() {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    for (int i = 0; i < 200; i++) {
      values.put("key_" + i, SecretValue.of("value " + i));
    }
    SecretsManager secrets = store().open();
    Secret secret = Secret.of("many", Secret.ARBITRARY, values);
    secrets.register(secret);

    assertHolds(secret, secrets);
  }

  @Test
  default void aSecretWithoutKeysIsRefused() {
    SecretsManager secrets = store().open();

    assertRefused(InvalidSecretException.class, () -> secrets.register(secret("a")));
    secrets.register(secret("a", "k", "v"));
    assertRefused(InvalidSecretException.class, () -> secrets.update(secret("a")));
    assertHolds(secret("a", "k", "v"), secrets);
  }
}
