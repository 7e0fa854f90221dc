package dev.lockstep.gcp;

import static dev.lockstep.gcp.Managers.open;
import static dev.lockstep.gcp.Managers.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsThrottledException;
import dev.lockstep.testing.google.GoogleStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a secret, its type and its owner are at Google, with one provider secret for each. */
final class StoredSecretsTest extends SecretManagerTest {
  @Test
  void otherToolsReadAPlainObjectWithTypeAndOwnerBesideIt() {
    try (SecretsManager secrets = open(google.endpoint(), "prefix", "dev")) {
      secrets.register(secret("team/db.main", "postgres", "user", "u", "password", "p"));
    }

    assertThat(payload("dev--team--db---2emain", "latest"))
        .isEqualTo("{\"user\":\"u\",\"password\":\"p\"}");
    JsonObject stored = stored("dev--team--db---2emain");
    assertThat(stored.object("labels").fields()).isEqualTo(Map.of("lockstep-managed", "true"));
    assertThat(stored.object("annotations").fields())
        .isEqualTo(Map.of("lockstep-type", "postgres"));
  }

  @Test
  void anUpdateKeepsWhatOthersWroteBesideIt() {
    SecretsManager secrets = open(google.endpoint());
    secrets.register(secret("a", "aws", "k", "1"));
    Rest.patch(
        url("/secrets/a?updateMask=labels,annotations"),
        "{\"labels\":{\"lockstep-managed\":\"true\",\"team\":\"x\"},"
            + "\"annotations\":{\"lockstep-type\":\"aws\",\"owner\":\"Ada\"}}");
    secrets.update(secret("a", "other", "k", "2"));

    assertThat(stored("a").object("labels").fields()).containsEntry("team", "x");
    assertThat(stored("a").object("annotations").fields())
        .isEqualTo(Map.of("lockstep-type", "other", "owner", "Ada"));
  }

  @Test
  void aPayloadThatIsNoTextIsReadAsBase64() {
    Rest.post(url("/secrets?secretId=key"), "{\"replication\":{\"automatic\":{}}}");
    Rest.post(url("/secrets/key:addVersion"), "{\"payload\":{\"data\":\"//4A\"}}");

    assertThat(open(google.endpoint()).get("key").values().get("value"))
        .isNotNull()
        .extracting(value -> value.reveal())
        .isEqualTo("//4A");
  }

  @Test
  void theTypeIsAskedForOnceAVersion() {
    open(google.endpoint()).register(secret("a", "aws", "k", "1"));
    SecretsManager secrets = open(google.endpoint());
    int before = google.calls("GetSecret");
    for (int i = 0; i < 3; i++) {
      assertThat(secrets.getAll(List.of("a")).get("a")).isNotNull();
    }
    assertThat(google.calls("GetSecret") - before).isEqualTo(1);
    assertThat(google.calls("AccessSecretVersion")).isEqualTo(3);
    assertThat(google.calls("ListSecrets")).isZero();

    open(google.endpoint()).update(secret("a", "other", "k", "2"));
    assertThat(secrets.get("a").type()).isEqualTo("other");
    assertThat(secrets.get("a").version()).contains("2");
  }

  @Test
  void whoMayAccessValuesOnlyReadsThemWithoutAType() {
    open(google.endpoint()).register(secret("a", "aws", "k", "v"));
    google.refuse("GetSecret", GoogleStatus.PERMISSION_DENIED);

    Secret read = open(google.endpoint()).get("a");

    assertThat(read).isEqualTo(secret("a", Secret.ARBITRARY, "k", "v"));
  }

  @Test
  void aTypeThatCannotBeAskedForNowIsNotLeftOut() {
    open(google.endpoint()).register(secret("a", "aws", "k", "v"));
    google.refuse("GetSecret", GoogleStatus.RESOURCE_EXHAUSTED);

    assertThatThrownBy(() -> open(google.endpoint(), "attempts", "1").get("a"))
        .isInstanceOf(SecretsThrottledException.class);
  }

  @Test
  void aListThatLagsBehindDecidesNothing() {
    SecretsManager secrets = open(google.endpoint());
    secrets.register(secret("old", "aws", "k", "1"));
    google.freezeListing();
    secrets.register(secret("new", "aws", "k", "1"));
    secrets.delete("old");

    assertThat(secrets.get("new")).isEqualTo(secret("new", "aws", "k", "1"));
    assertThatThrownBy(() -> secrets.register(secret("new", "aws", "k", "2")))
        .isInstanceOf(SecretExistsException.class);
    secrets.register(secret("old", "aws", "k", "2"));
    secrets.deleteAll(false);
    assertThat(secrets.getAll(List.of("old", "new")).keySet()).containsExactly("new");
  }

  @Test
  void whatIsRegisteredStaysListedWhenItsMarkCannotBeTakenAway() {
    google.refuse("UpdateSecret", GoogleStatus.PERMISSION_DENIED);
    SecretsManager secrets = open(google.endpoint());
    secrets.register(secret("a", "aws", "k", "1"));

    assertThat(secrets.list()).containsExactly("a");
    assertThat(secrets.get("a").type()).isEqualTo("aws");
  }

  @Test
  void secretsAreReplicatedOrRegionalAsConfigured() {
    open(google.endpoint(), "replication", "europe-west3, europe-west4")
        .register(secret("a", "aws", "k", "1"));
    SecretsManager regional = open(google.endpoint(), "location", "europe-west4");
    regional.register(secret("b", "aws", "k", "2"));

    assertThat(
            stored("a").object("replication").object("userManaged").objects("replicas").stream()
                .map(replica -> replica.string("location")))
        .containsExactly("europe-west3", "europe-west4");
    assertThat(regional.list()).containsExactly("b");
    assertThat(regional.get("b")).isEqualTo(secret("b", "aws", "k", "2"));
    assertThat(open(google.endpoint()).list()).containsExactly("a");
  }
}
