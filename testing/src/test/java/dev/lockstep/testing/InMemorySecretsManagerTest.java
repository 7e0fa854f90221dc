package dev.lockstep.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.testing.InMemorySecretsManager.Calls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemorySecretsManagerTest {
  private final InMemorySecretsManager secrets = new InMemorySecretsManager();

  @Test
  void versionsAreCounted() {
    secrets.register(secret("a", "k", "1"));
    assertThat(secrets.get("a").version()).contains("1");
    secrets.update(secret("a", "k", "2"));
    secrets.put(secret("a", "k", "3"));
    assertThat(secrets.get("a").version()).contains("3");
    assertThat(secrets.getAll(List.of("a")).values())
        .singleElement()
        .extracting(Secret::version)
        .isEqualTo(Optional.of("3"));
  }

  @Test
  void callsToTheBackEndAreCounted() {
    secrets.register(secret("a", "k", "1"));
    secrets.update(secret("a", "k", "2"));
    secrets.get("a");
    secrets.getAll(List.of("a", "b"));
    Calls before = secrets.calls();
    secrets.list();
    secrets.delete("a");
    secrets.deleteAll(false);

    assertThat(secrets.calls()).isEqualTo(new Calls(1, 1, 1, 1, 1, 1, 1));
    assertThat(secrets.calls().since(before)).isEqualTo(new Calls(0, 0, 0, 1, 0, 1, 1));
    assertThat(secrets.calls().total()).isEqualTo(7);
  }

  @Test
  void refusedCallsAreCountedAndCallsThatNeverLeftAreNot() {
    assertThatThrownBy(() -> secrets.get("a")).isInstanceOf(SecretNotFoundException.class);
    assertThatThrownBy(() -> secrets.get("../a")).isInstanceOf(InvalidSecretException.class);
    secrets.getAll(List.of());
    secrets.put(secret("a", "k", "1"));
    assertThatThrownBy(() -> secrets.register(secret("a", "k", "1")))
        .isInstanceOf(SecretExistsException.class)
        .hasMessage("Secrets manager 'in-memory' already has a secret 'a'.");

    assertThat(secrets.calls()).isEqualTo(new Calls(1, 1, 0, 0, 0, 0, 0));
  }

  @Test
  void itsTextShowsNamesOnly() {
    secrets.register(secret("a", "k", "hunter2"));
    assertThat(secrets).hasToString("InMemorySecretsManager[a]");
  }

  /** A secret without a schema, of keys and values in turn. */
  private static Secret secret(String name, String... keysAndValues) {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], SecretValue.of(keysAndValues[i + 1]));
    }
    return Secret.of(name, Secret.ARBITRARY, values);
  }
}
