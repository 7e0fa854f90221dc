package dev.lockstep.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every secrets manager does alike, whatever stores its secrets. A flavor's test extends it:
 *
 * <pre>{@code
 * class VaultSecretsManagerTest extends SecretsManagerConformance {
 *   @Override
 *   protected SecretsManager open() {
 *     return ...; // over the store of this test, which was empty when the test began
 *   }
 * }
 * }</pre>
 */
public abstract class SecretsManagerConformance {
  /** Must appear in no message. */
  private static final String VALUE = "hunter2-5uper-5ecret";

  private SecretsManager secrets;

  /**
   * Opens a secrets manager over the store of the running test, which is empty when the test
   * begins. Called more than once in a test, it opens the same store again.
   */
  protected abstract SecretsManager open();

  @BeforeEach
  final void openManager() {
    secrets = open();
  }

  @AfterEach
  final void closeManager() {
    secrets.close();
  }

  @Test
  void anEmptyStoreHasNoSecrets() {
    assertThat(secrets.list()).isEmpty();
    assertThat(secrets.getAll(List.of("a"))).isEmpty();
    assertThatThrownBy(() -> secrets.get("a")).isInstanceOf(SecretNotFoundException.class);
    secrets.deleteAll(false);
    assertThat(secrets.list()).isEmpty();
  }

  @Test
  void aRegisteredSecretIsReadAsItWas() {
    Secret secret = secret("warehouse", "url", "jdbc:x", "password", VALUE).withName("warehouse");
    secrets.register(secret);

    assertThat(secrets.get("warehouse")).isEqualTo(secret);
    try (SecretsManager again = open()) {
      assertThat(again.get("warehouse")).isEqualTo(secret);
    }
  }

  @Test
  void theSchemaTypeIsKept() {
    secrets.register(Secret.of("a", "aws", Map.of("k", SecretValue.of("v"))));

    assertThat(secrets.get("a").type()).isEqualTo("aws");
  }

  @Test
  void valuesOfAnyTextAreKept() {
    Secret secret =
        secret(
            "odd",
            "empty",
            "",
            "lines",
            "a\r\nb\n\n\tc ",
            "unicode",
            "päßwörd \uD83D\uDD11 \u2028",
            "json",
            "{\"a\": [1, '%s']}",
            "yaml",
            "- &x !tag\n...\n---\n",
            "number",
            "007");
    secrets.register(secret);

    assertThat(secrets.get("odd")).isEqualTo(secret);
  }

  @Test
  void namesAndKeysDifferByCase() {
    secrets.register(secret("Name", "key", "1", "Key", "2"));

    assertThat(secrets.list()).containsExactly("Name");
    assertThat(secrets.get("Name").value("Key")).contains(SecretValue.of("2"));
  }

  @Test
  void aSecretIsNotRegisteredTwice() {
    secrets.register(secret("a", "k", "old"));

    assertThatThrownBy(() -> secrets.register(secret("a", "k", "new")))
        .isInstanceOf(SecretExistsException.class)
        .hasMessageContaining("'a'");
    assertThat(secrets.get("a")).isEqualTo(secret("a", "k", "old"));
  }

  @Test
  void anUpdateReplacesTheWholeContentAndType() {
    secrets.register(secret("a", "old", "1", "both", "1"));

    Secret changed = Secret.of("a", "aws", Map.of("both", SecretValue.of("2")));
    secrets.update(changed);

    assertThat(secrets.get("a")).isEqualTo(changed);
  }

  @Test
  void aVersionChangesWithEveryUpdate() {
    secrets.register(secret("a", "k", "1"));
    var first = secrets.get("a").version();
    secrets.update(secret("a", "k", "2"));
    var second = secrets.get("a").version();

    if (first.isPresent()) {
      assertThat(second).isPresent().isNotEqualTo(first);
    }
  }

  @Test
  void whatIsMissingIsNeitherUpdatedNorDeleted() {
    assertThatThrownBy(() -> secrets.update(secret("a", "k", "v")))
        .isInstanceOf(SecretNotFoundException.class)
        .hasMessageContaining("'a'");
    assertThatThrownBy(() -> secrets.delete("a")).isInstanceOf(SecretNotFoundException.class);
    assertThat(secrets.list()).isEmpty();
  }

  @Test
  void aDeletedSecretIsGoneAndItsNameIsFree() {
    secrets.register(secret("a", "k", "1"));
    secrets.register(secret("b", "k", "1"));
    secrets.delete("a");

    assertThat(secrets.list()).containsExactly("b");
    assertThatThrownBy(() -> secrets.get("a")).isInstanceOf(SecretNotFoundException.class);
    secrets.register(secret("a", "k", "2"));
    assertThat(secrets.get("a")).isEqualTo(secret("a", "k", "2"));
  }

  @Test
  void severalAreReadAtOnceAndMissingOnesAreAbsent() {
    secrets.register(secret("a", "k", "1"));
    secrets.register(secret("b", "k", "2"));
    secrets.register(secret("c", "k", "3"));

    assertThat(secrets.getAll(List.of("c", "missing", "a")))
        .containsOnlyKeys("a", "c")
        .containsEntry("a", secret("a", "k", "1"));
    assertThat(secrets.getAll(List.of())).isEmpty();
  }

  @Test
  void theListIsSortedAndComplete() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      String name = "secret-" + (char) ('z' - i) + "/" + i;
      names.add(name);
      secrets.register(secret(name, "k", "v"));
    }

    assertThat(secrets.list()).containsExactlyInAnyOrderElementsOf(names).isSorted();
  }

  @Test
  void allAreDeletedAtOnce() {
    secrets.register(secret("a", "k", "1"));
    secrets.register(secret("b", "k", "1"));
    secrets.deleteAll(true);

    assertThat(secrets.list()).isEmpty();
    secrets.register(secret("a", "k", "2"));
    assertThat(secrets.list()).containsExactly("a");
  }

  @Test
  void namesAndKeysThatCannotBeAreRefused() {
    for (String name :
        List.of("", " ", "a b", "../a", "a//b", "/a", "a/", "-a", "a\nb", "ä", "a".repeat(121))) {
      assertThatThrownBy(() -> secrets.register(secret(name, "k", VALUE)))
          .as(name)
          .isInstanceOf(InvalidSecretException.class)
          .hasMessageNotContaining(VALUE);
      assertThatThrownBy(() -> secrets.get(name))
          .as(name)
          .isInstanceOf(InvalidSecretException.class);
    }
    for (String key : List.of("", "1a", "a b", "a=b", "a\n", "a".repeat(254))) {
      assertThatThrownBy(() -> secrets.register(secret("a", key, VALUE)))
          .as(key)
          .isInstanceOf(InvalidSecretException.class)
          .hasMessageNotContaining(VALUE);
    }
    assertThat(secrets.list()).isEmpty();
  }

  @Test
  void aSecretWithoutKeysIsRefused() {
    assertThatThrownBy(() -> secrets.register(secret("a")))
        .isInstanceOf(InvalidSecretException.class);
  }

  @Test
  void noFailureShowsAValue() {
    secrets.register(secret("a", "k", VALUE));

    for (Throwable failure :
        List.of(
            catchThrowable(() -> secrets.register(secret("a", "k", VALUE))),
            catchThrowable(() -> secrets.update(secret("b", "k", VALUE))),
            catchThrowable(() -> secrets.register(secret("x", "not a key", VALUE))),
            catchThrowable(() -> secrets.update(secret("not a name", "k", VALUE))))) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain(VALUE);
    }
    assertThat(secrets.get("a").toString()).doesNotContain(VALUE);
  }

  @Test
  void threadsDoNotLoseEachOthersSecrets() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String name = "thread-" + i;
        work.add(
            () -> {
              secrets.register(secret(name, "k", "0"));
              for (int n = 1; n <= 5; n++) {
                secrets.update(secret(name, "k", Integer.toString(n)));
                secrets.getAll(List.of("thread-0", "thread-1"));
              }
              return true;
            });
      }
      for (Future<Boolean> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    for (int i = 0; i < 4; i++) {
      assertThat(secrets.get("thread-" + i).value("k")).contains(SecretValue.of("5"));
    }
  }

  /** A secret without a schema, of keys and values in turn. */
  protected static Secret secret(String name, String... keysAndValues) {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], SecretValue.of(keysAndValues[i + 1]));
    }
    return Secret.of(name, Secret.ARBITRARY, values);
  }
}
