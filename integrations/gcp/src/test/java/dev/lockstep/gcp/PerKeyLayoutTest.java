package dev.lockstep.gcp;

import static dev.lockstep.gcp.Managers.open;
import static dev.lockstep.gcp.Managers.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import dev.lockstep.testing.google.GoogleStatus;
import dev.lockstep.testing.google.SecretManagerDouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is special about secrets that are kept as one provider secret for each key. */
final class PerKeyLayoutTest {
  private final SecretManagerDouble google = SecretManagerDouble.start();
  private final SecretsManager secrets =
      open(google.endpoint(), "layout", "per-key", "timeout", "PT2S");

  @AfterEach
  void stop() {
    secrets.close();
    google.close();
  }

  private String url(String rest) {
    return google.endpoint() + "/v1/projects/" + SecretManagerFixture.PROJECT + rest;
  }

  private String value(String id) {
    String data =
        Rest.get(url("/secrets/" + id + "/versions/latest:access"))
            .object("payload")
            .string("data");
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (JsonObject secret : Rest.get(url("/secrets")).objects("secrets")) {
      String name = secret.string("name");
      ids.add(name.substring(name.lastIndexOf('/') + 1));
    }
    return ids;
  }

  @Test
  void otherToolsReadSingleValuesAndFindThemByGroup() {
    secrets.register(secret("db", "postgres", "user", "u", "pass.word", "p=\n", "empty", ""));

    assertThat(ids()).containsExactly("db", "db----pass---2eword", "db----user");
    assertThat(value("db----user")).isEqualTo("u");
    assertThat(value("db----pass---2eword")).isEqualTo("p=\n");
    assertThat(value("db"))
        .isEqualTo(
            "{\"lockstep-layout\":\"per-key\",\"type\":\"postgres\",\"keys\":{\"user\":\"1\","
                + "\"pass.word\":\"1\",\"empty\":\"\"},\"removed\":[]}");
    List<JsonObject> group =
        Rest.get(url("/secrets?filter=labels.lockstep-group%3Ddb")).objects("secrets");
    assertThat(group).hasSize(2);
    assertThat(group.get(0).object("annotations").fields())
        .isEqualTo(Map.of("lockstep-group", "db", "lockstep-key", "pass.word"));
    assertThat(secrets.get("db"))
        .isEqualTo(secret("db", "postgres", "user", "u", "pass.word", "p=\n", "empty", ""));
  }

  @Test
  void aGroupIsReadByOneCallForEachKeyAndOneMore() {
    secrets.register(secret("db", "postgres", "a", "1", "b", "2", "c", "3"));
    Map<String, Integer> before = google.calls();
    Secret read = open(google.endpoint()).get("db");

    assertThat(read.type()).isEqualTo("postgres");
    assertThat(google.calls("AccessSecretVersion"))
        .isEqualTo(before.getOrDefault("AccessSecretVersion", 0) + 4);
    assertThat(google.calls("GetSecret")).isEqualTo(before.getOrDefault("GetSecret", 0));
  }

  @Test
  void anUpdateWritesTheKeysThatHaveChangedOnly() {
    secrets.register(secret("db", "postgres", "same", "1", "changed", "1", "removed", "1"));
    int added = google.calls("AddSecretVersion");
    secrets.update(secret("db", "postgres", "same", "1", "changed", "2", "new", "2"));

    assertThat(google.calls("AddSecretVersion") - added).isEqualTo(3); // With the index.
    assertThat(secrets.get("db"))
        .isEqualTo(secret("db", "postgres", "same", "1", "changed", "2", "new", "2"));
  }

  @Test
  void aRemovedKeyIsDeletedWithTheUpdateAfterTheNext() {
    secrets.register(secret("db", "postgres", "kept", "1", "removed", "1"));
    secrets.update(secret("db", "postgres", "kept", "2"));
    assertThat(ids()).contains("db----removed");
    secrets.update(secret("db", "postgres", "kept", "3"));
    assertThat(ids()).containsExactly("db", "db----kept");
  }

  @Test
  void aWriterThatDiesAtAnyCallLeavesTheGroupAsItWas() {
    Secret old = secret("db", "postgres", "a", "old", "b", "old", "c", "old");
    Secret changed = secret("db", "other", "a", "new", "b", "new", "d", "new");
    secrets.register(old);
    int refused = 0;
    for (int calls = 0; calls < 5; calls++) {
      google.refuseAfter(calls, "AddSecretVersion", GoogleStatus.PERMISSION_DENIED);
      try {
        secrets.update(changed);
        break;
      } catch (SecretAccessDeniedException e) {
        refused++;
        google.allow("AddSecretVersion");
        assertThat(open(google.endpoint()).get("db").values()).isEqualTo(old.values());
      }
    }
    google.allow("AddSecretVersion");

    assertThat(refused).isBetween(3, 4);
    assertThat(open(google.endpoint()).get("db")).isEqualTo(changed);
  }

  @Test
  void aRegistrationThatDiesLeavesNothingThatIsReadAndIsFinishedByTheNext() {
    google.refuseAfter(1, "AddSecretVersion", GoogleStatus.PERMISSION_DENIED);
    assertThatThrownBy(() -> secrets.register(secret("db", "postgres", "a", "1", "b", "1")))
        .isInstanceOf(SecretAccessDeniedException.class);
    google.allow("AddSecretVersion");
    assertThatThrownBy(() -> secrets.get("db")).isInstanceOf(SecretNotFoundException.class);
    assertThat(secrets.list()).isEmpty();

    secrets.register(secret("db", "postgres", "a", "2", "b", "2"));
    assertThat(secrets.get("db")).isEqualTo(secret("db", "postgres", "a", "2", "b", "2"));
  }

  @Test
  void aDeletionLeavesNothingAndIsRepeatedWhereItFailed() {
    secrets.register(secret("db", "postgres", "a", "1", "b", "1", "c", "1"));
    Secret kept = secret("db", "postgres", "a", "1", "b", "1");
    secrets.update(kept);
    google.refuseAfter(1, "DeleteSecret", GoogleStatus.PERMISSION_DENIED);
    assertThatThrownBy(() -> secrets.delete("db")).isInstanceOf(SecretAccessDeniedException.class);
    // Its keys are deleted side by side: it is whole, or is said to be broken, whichever went
    // first.
    try {
      assertThat(secrets.get("db").values()).isEqualTo(kept.values());
    } catch (MalformedSecretException e) {
      assertThat(e).hasMessageContaining("the provider secrets of some of its keys are gone");
    }
    google.allow("DeleteSecret");

    secrets.delete("db");
    assertThat(ids()).isEmpty();
  }

  @Test
  void aGroupThatIsBeingDeletedIsNotFound() throws Exception {
    secrets.register(secret("db", "arbitrary", "user", "u", "password", "p"));
    // One that has not come to its end yet.
    google.refuseAfter(1, "DeleteSecret", GoogleStatus.PERMISSION_DENIED);
    assertThatThrownBy(() -> secrets.delete("db")).isInstanceOf(SecretAccessDeniedException.class);
    google.allow("DeleteSecret");
    int before = google.calls("AccessSecretVersion");
    SecretsManager other = open(google.endpoint(), "timeout", "PT30S");
    CompletableFuture<Secret> read = CompletableFuture.supplyAsync(() -> other.get("db"));
    while (google.calls("AccessSecretVersion") < before + 3 && !read.isDone()) {
      Thread.onSpinWait();
    }
    secrets.delete("db");

    assertThatThrownBy(() -> read.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(SecretNotFoundException.class);
    other.close();
  }

  @Test
  void keysAreWrittenSideBySide() throws Exception {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    for (int i = 0; i < 10; i++) {
      values.put("k" + i, SecretValue.of("v" + i));
    }
    Secret all = Secret.of("db", "arbitrary", values);
    try (FaultProxy network = FaultProxy.before(google.endpoint())) {
      network.inject(new Fault.Delay(Duration.ofMillis(100)));
      SecretsManager slow = open(network.endpoint(), "layout", "per-key");
      slow.register(all);
      slow.delete("db");
      slow.close();

      assertThat(network.mostAtOnce()).isGreaterThan(1);
    }
    assertThat(ids()).isEmpty();
  }

  @Test
  void whatAWriterThatDiedHasLeftGoesWithTheGroup() {
    google.refuseAfter(1, "AddSecretVersion", GoogleStatus.PERMISSION_DENIED);
    assertThatThrownBy(() -> secrets.register(secret("db", "postgres", "a", "1", "b", "1")))
        .isInstanceOf(SecretAccessDeniedException.class);
    google.allow("AddSecretVersion");
    Rest.post(
        url("/secrets?secretId=of-others"),
        "{\"replication\":{\"automatic\":{}},\"labels\":{\"lockstep-group\":\"db\"}}");
    assertThat(ids()).contains("db----a", "db----b");

    secrets.register(secret("db", "postgres", "c", "1"));
    secrets.delete("db");
    assertThat(ids()).containsExactly("of-others");
  }

  @Test
  void aRegistrationThatDiedIsFinishedInAnotherLayout() {
    google.refuse("AddSecretVersion", GoogleStatus.PERMISSION_DENIED);
    assertThatThrownBy(() -> secrets.register(secret("db", "postgres", "a", "1")))
        .isInstanceOf(SecretAccessDeniedException.class);
    google.allow("AddSecretVersion");

    open(google.endpoint()).register(secret("db", "postgres", "a", "1"));
    secrets.update(secret("db", "postgres", "a", "2"));
    assertThat(value("db")).isEqualTo("{\"a\":\"2\"}");
  }

  @Test
  void aGroupWhosePartIsGoneIsWrittenAnewByAnUpdate() {
    secrets.register(secret("db", "postgres", "a", "1", "b", "1"));
    Rest.delete(url("/secrets/db----a"));
    assertThatThrownBy(() -> secrets.get("db")).isInstanceOf(MalformedSecretException.class);

    secrets.update(secret("db", "postgres", "a", "2", "b", "1"));
    assertThat(secrets.get("db")).isEqualTo(secret("db", "postgres", "a", "2", "b", "1"));
  }

  @Test
  void secretsKeepTheLayoutInWhichTheyWereRegistered() {
    SecretsManager whole = open(google.endpoint());
    whole.register(secret("whole", "aws", "k", "1"));
    secrets.register(secret("parts", "aws", "k", "1"));

    secrets.update(secret("whole", "aws", "k", "2"));
    whole.update(secret("parts", "aws", "k", "2"));

    assertThat(value("whole")).isEqualTo("{\"k\":\"2\"}");
    assertThat(value("parts----k")).isEqualTo("2");
    assertThat(secrets.list()).isEqualTo(whole.list()).containsExactly("parts", "whole");
    assertThat(whole.get("parts")).isEqualTo(secret("parts", "aws", "k", "2"));
    assertThat(secrets.get("whole")).isEqualTo(secret("whole", "aws", "k", "2"));
    whole.deleteAll(true);
    assertThat(ids()).isEmpty();
  }

  @Test
  void whatCannotBePartedIsKeptAsItIs() {
    String key = "{\"type\": \"service_account\", \"n\": 1}";
    SecretsManager single =
        open(google.endpoint(), "layout", "per-key", "single_values", "account:token");
    single.register(secret("account", "gcp", "token", key));

    assertThat(value("account")).isEqualTo(key);
    assertThat(single.get("account")).isEqualTo(secret("account", "gcp", "token", key));
  }

  @Test
  void aSecretMayBeLargerThanOneProviderSecretButNoneOfItsValues() {
    String large = "x".repeat(65_536);
    secrets.register(secret("large", "aws", "a", large, "b", large));
    assertThat(secrets.get("large")).isEqualTo(secret("large", "aws", "a", large, "b", large));
    Map<String, Integer> before = google.calls();

    assertThatThrownBy(() -> secrets.register(secret("larger", "aws", "a", large + "x")))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("the value of key 'a' has 65537 bytes, and at most 65536 are");
    assertThat(google.calls()).isEqualTo(before);
  }

  @Test
  void retiredVersionsAreThoseThatNoReaderOfTheLastTwoIndexesNeeds() {
    SecretsManager tidy = open(google.endpoint(), "layout", "per-key", "old_versions", "destroy");
    tidy.register(secret("db", "aws", "k", "1"));
    for (int i = 2; i <= 4; i++) {
      tidy.update(secret("db", "aws", "k", Integer.toString(i)));
    }

    List<String> states =
        Rest.get(url("/secrets/db----k/versions")).objects("versions").stream()
            .map(version -> version.string("state"))
            .toList();
    assertThat(states).containsExactly("ENABLED", "ENABLED", "DESTROYED", "DESTROYED");
    assertThat(tidy.get("db")).isEqualTo(secret("db", "aws", "k", "4"));
  }
}
