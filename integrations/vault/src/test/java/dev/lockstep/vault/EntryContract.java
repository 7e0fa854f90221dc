package dev.lockstep.vault;

import static dev.lockstep.vault.Opened.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How secrets lie in an engine, on the double and on the real server. */
abstract class EntryContract extends VaultContract {
  private SecretsManager secrets;

  @BeforeEach
  final void open() {
    secrets = Opened.over(vault);
  }

  private JsonObject metadata(String name) {
    return root.get("secret/metadata/" + name).data();
  }

  @Test
  void aSecretIsOneEntryWithAFieldForEachKey() {
    secrets.register(
        Secret.of(
            "team/db",
            "mysql",
            Map.of("user", SecretValue.of("u"), "password", SecretValue.of("p"))));

    assertThat(root.get("secret/data/team/db").data().object("data").fields())
        .containsOnly(Map.entry("user", "u"), Map.entry("password", "p"));
    assertThat(metadata("team/db").object("custom_metadata").fields())
        .containsOnly(Map.entry("lockstep-managed", "true"), Map.entry("lockstep-type", "mysql"));
  }

  @Test
  void versionsAreThoseOfTheEngine() {
    secrets.register(secret("a", "k", "1"));
    secrets.update(secret("a", "k", "2"));

    assertThat(secrets.get("a").version()).contains("2");
    assertThat(root.get("secret/data/a?version=1").data().object("data").string("k"))
        .isEqualTo("1");
  }

  @Test
  void whatOthersSaidOfAnEntryStays() {
    root.make(
        "secret/metadata/a", Map.of("custom_metadata", Map.of("owner", "x"), "max_versions", 3));
    secrets.register(secret("a", "k", "1"));
    secrets.update(Secret.of("a", "aws", Map.of("k", SecretValue.of("2"))));

    assertThat(metadata("a").object("custom_metadata").fields())
        .containsEntry("owner", "x")
        .containsEntry("lockstep-type", "aws");
    assertThat(metadata("a").number("max_versions")).isEqualTo(3);
  }

  @Test
  void aRegistrationThatWasStoppedHalfwayLeavesNoSecretAndIsNotInTheWay() {
    root.make(
        "secret/metadata/a",
        Map.of("custom_metadata", Map.of("lockstep-managed", "true", "lockstep-type", "mysql")));

    assertThat(secrets.list()).isEmpty();
    assertThatThrownBy(() -> secrets.get("a")).isInstanceOf(SecretNotFoundException.class);
    assertThatThrownBy(() -> secrets.update(secret("a", "k", "v")))
        .isInstanceOf(SecretNotFoundException.class);
    assertThatThrownBy(() -> secrets.delete("a")).isInstanceOf(SecretNotFoundException.class);
    secrets.register(secret("a", "k", "v"));
    assertThat(secrets.get("a")).isEqualTo(secret("a", "k", "v"));
  }

  @Test
  void aMountMayRequireChecks() {
    root.make("secret/config", Map.of("cas_required", true));
    secrets.register(secret("a", "k", "1"));
    secrets.update(secret("a", "k", "2"));

    assertThat(secrets.get("a")).isEqualTo(secret("a", "k", "2"));
  }

  @Test
  void aFinalDeletionLeavesNothing() {
    secrets.register(secret("a", "k", "1"));
    secrets.update(secret("a", "k", "2"));
    secrets.delete("a");

    assertThat(root.get("secret/metadata/a").status()).isEqualTo(404);
    secrets.register(secret("a", "k", "3"));
    assertThat(secrets.get("a").version()).contains("1");
  }

  @Test
  void aRecoverableDeletionKeepsTheVersions() {
    SecretsManager careful = Opened.over(vault, "deletion", "recoverable");
    careful.register(secret("a", "k", "1"));
    careful.delete("a");

    assertThat(root.get("secret/metadata/?list=true").data().strings("keys")).containsExactly("a");
    assertThat(careful.list()).isEmpty();
    assertThatThrownBy(() -> careful.register(secret("a", "k", "2")))
        .isInstanceOf(SecretExistsException.class)
        .hasMessageContaining("--on_deleted=restore");
    Opened.over(vault, "on_deleted", "restore").register(secret("a", "k", "2"));
    assertThat(secrets.get("a").version()).contains("2");
    assertThat(root.get("secret/data/a?version=1").status()).isEqualTo(200);
  }

  @Test
  void whatWasDestroyedIsNotInTheWay() {
    secrets.register(secret("a", "k", "1"));
    root.make("secret/destroy/a", Map.of("versions", List.of(1)));

    assertThat(secrets.list()).isEmpty();
    secrets.register(secret("a", "k", "2"));
    assertThat(secrets.get("a")).isEqualTo(secret("a", "k", "2"));
  }

  @Test
  void anEntryThatExpiresIsThereUntilThen() {
    root.make("secret/metadata/a", Map.of("delete_version_after", "1h"));
    root.make("secret/metadata/b", Map.of("delete_version_after", "1s"));
    secrets.register(secret("a", "k", "1"));
    secrets.register(secret("b", "k", "1"));

    Waiting.until(() -> secrets.list().equals(List.of("a")));
    assertThat(secrets.get("a").value("k")).isPresent();
    Waiting.until(() -> secrets.getAll(List.of("b")).isEmpty());
  }

  @Test
  void foldersAndSecretsMayHaveOneName() {
    for (String name : List.of("a", "a/b", "a/b/c", "b/x")) {
      secrets.register(secret(name, "k", name));
    }

    assertThat(secrets.list()).containsExactly("a", "a/b", "a/b/c", "b/x");
    secrets.delete("a/b");
    assertThat(secrets.get("a/b/c")).isEqualTo(secret("a/b/c", "k", "a/b/c"));
  }

  @Test
  void namesOfOtherToolsThatNoneOfOursCanBeAreLeftOut() {
    for (String name : List.of("with%20space/x", "odd%3Aname", "-x", "b")) {
      root.make("secret/data/" + name, Map.of("data", Map.of("k", "v")));
      root.make(
          "secret/metadata/" + name, Map.of("custom_metadata", Map.of("lockstep-managed", "true")));
    }

    assertThat(secrets.list()).containsExactly("b");
  }

  @Test
  void whoRegistersFirstDecidesContentAndType() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 25; round++) {
        String name = "raced/" + round;
        List<Callable<Boolean>> registrations = new ArrayList<>();
        for (String type : List.of("t1", "t2", "t3", "t4")) {
          SecretsManager own = Opened.over(vault);
          registrations.add(
              () -> {
                try {
                  own.register(Secret.of(name, type, Map.of("by", SecretValue.of(type))));
                  return true;
                } catch (SecretExistsException e) {
                  return false;
                }
              });
        }
        int won = 0;
        for (Future<Boolean> registration : threads.invokeAll(registrations)) {
          won += registration.get() ? 1 : 0;
        }
        Secret stored = secrets.get(name);
        assertThat(won).isEqualTo(1);
        assertThat(stored.value("by")).contains(SecretValue.of(stored.type()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aWholeEntryIsAValueWhereTheComponentSaysSo() {
    root.make("secret/data/key-file", Map.of("data", Map.of("type", "service_account")));
    SecretsManager single = Opened.over(vault, "single_values", "key-file:token,new:token");

    assertThat(single.get("key-file").value("token"))
        .contains(SecretValue.of("{\"type\":\"service_account\"}"));
    single.register(secret("new", "token", "{\"a\": 1}"));
    assertThat(root.get("secret/data/new").data().object("data").number("a")).isEqualTo(1);
    assertThatThrownBy(() -> single.update(secret("new", "token", "},\"x\":{")))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("a JSON object, and this is none");
  }

  /** A policy that the documentation shows, to be pasted. */
  private static String documented(int number) throws IOException {
    String page = Files.readString(Path.of("../../docs/secrets-managers/vault.md"));
    return page.split("```hcl\n", -1)[number].split("```", -1)[0];
  }

  @Test
  void thePolicyForReadersIsEnough() throws IOException {
    secrets.register(secret("team/a", "k", "v"));
    SecretsManager reader = Opened.over(vault, "token", root.tokenWith("reader", documented(1)));

    assertThat(reader.get("team/a").value("k")).isPresent();
    assertThat(reader.getAll(List.of("team/a", "missing"))).containsOnlyKeys("team/a");
    assertThatThrownBy(() -> reader.delete("team/a"))
        .isInstanceOf(SecretAccessDeniedException.class);
  }

  @Test
  void thePolicyForEverythingIsEnough() throws IOException {
    String token = root.tokenWith("writer", documented(2));
    SecretsManager writer =
        Opened.over(vault, "token", token, "deletion", "recoverable", "on_deleted", "restore");
    writer.register(secret("team/a", "k", "1"));
    writer.delete("team/a");
    writer.register(secret("team/a", "k", "2"));

    assertThat(writer.list()).containsExactly("team/a");
    assertThat(writer.get("team/a").version()).contains("2");
    writer.deleteAll(true);
    assertThat(root.get("secret/metadata/team/a").status()).isEqualTo(404);
  }

  @Test
  void writingDoesNotNeedToRead() {
    String token =
        root.tokenWith(
            "write",
            """
            path "secret/data/*" { capabilities = ["create", "update"] }
            path "secret/metadata/*" { capabilities = ["create", "read", "update", "delete", "list"] }
            """);
    SecretsManager writer = Opened.over(vault, "token", token);
    writer.register(secret("a", "k", "1"));
    writer.update(secret("a", "k", "2"));

    assertThat(writer.list()).containsExactly("a");
    writer.delete("a");
    assertThat(writer.list()).isEmpty();
  }
}
