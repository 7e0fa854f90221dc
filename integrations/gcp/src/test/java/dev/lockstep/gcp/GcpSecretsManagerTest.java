package dev.lockstep.gcp;

import static dev.lockstep.gcp.Managers.open;
import static dev.lockstep.gcp.Managers.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsThrottledException;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.testing.conformance.EverythingLogged;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import dev.lockstep.testing.google.GoogleStatus;
import dev.lockstep.testing.google.SecretManagerDouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is special about Google, one provider secret for each secret. */
final class GcpSecretsManagerTest {
  private final SecretManagerDouble google = SecretManagerDouble.start();

  @AfterEach
  void stop() {
    google.close();
  }

  private String url(String rest) {
    return google.endpoint() + "/v1/projects/" + SecretManagerFixture.PROJECT + rest;
  }

  private JsonObject stored(String id) {
    return Rest.get(url("/secrets/" + id));
  }

  private String payload(String id, String version) {
    String data =
        Rest.get(url("/secrets/" + id + "/versions/" + version + ":access"))
            .object("payload")
            .string("data");
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }

  private List<String> states(String id) {
    return Rest.get(url("/secrets/" + id + "/versions")).objects("versions").stream()
        .map(version -> version.string("state"))
        .toList();
  }

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
  void aSecretWithoutVersionIsMissingAndFinishedByTheNextToRegisterIt() {
    google.refuse("AddSecretVersion", GoogleStatus.PERMISSION_DENIED);
    SecretsManager secrets = open(google.endpoint());
    assertThatThrownBy(() -> secrets.register(secret("a", "aws", "k", "1")))
        .isInstanceOf(SecretAccessDeniedException.class);
    google.allow("AddSecretVersion");

    assertThatThrownBy(() -> secrets.get("a")).isInstanceOf(SecretNotFoundException.class);
    assertThatThrownBy(() -> secrets.update(secret("a", "aws", "k", "1")))
        .isInstanceOf(SecretNotFoundException.class);
    assertThat(secrets.getAll(List.of("a"))).isEmpty();
    assertThat(secrets.list()).isEmpty();

    secrets.register(secret("a", "basic_auth", "k", "2"));
    assertThat(secrets.get("a")).isEqualTo(secret("a", "basic_auth", "k", "2"));
    assertThat(secrets.list()).containsExactly("a");
    assertThat(stored("a").object("annotations").fields())
        .isEqualTo(Map.of("lockstep-type", "basic_auth"));
    assertThatThrownBy(() -> secrets.register(secret("a", "aws", "k", "3")))
        .isInstanceOf(SecretExistsException.class);
  }

  @Test
  void whoMayNotSeeVersionsIsToldThatANameIsTaken() {
    open(google.endpoint()).register(secret("a", "aws", "k", "1"));
    google.refuse("ListSecretVersions", GoogleStatus.PERMISSION_DENIED);

    assertThatThrownBy(() -> open(google.endpoint()).register(secret("a", "aws", "k", "2")))
        .isInstanceOf(SecretExistsException.class);
  }

  @Test
  void whoIsDeniedIsToldTheSmallestRole() {
    google.refuse("AccessSecretVersion", GoogleStatus.PERMISSION_DENIED);
    google.refuse("ListSecrets", GoogleStatus.PERMISSION_DENIED);
    google.refuse("CreateSecret", GoogleStatus.UNAUTHENTICATED);
    google.refuse("GetSecret", GoogleStatus.UNAUTHENTICATED);
    SecretsManager secrets = open(google.endpoint());

    assertThatThrownBy(() -> secrets.get("a"))
        .hasMessageContaining("give its credentials the role roles/secretmanager.secretAccessor");
    assertThatThrownBy(secrets::list).hasMessageContaining("roles/secretmanager.viewer");
    assertThatThrownBy(() -> secrets.register(secret("a", "aws", "k", "1")))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("HTTP 401. Fix: gcloud auth application-default login");
    assertThatThrownBy(() -> secrets.delete("a"))
        .hasMessageContaining("UNAUTHENTICATED. Fix: gcloud auth application-default login");
  }

  @Test
  void aProjectThatDoesNotExistIsToldWithItsAttribute() {
    google.refuse("CreateSecret", GoogleStatus.NOT_FOUND);
    google.refuse("ListSecrets", GoogleStatus.NOT_FOUND);

    assertThatThrownBy(() -> open(google.endpoint()).register(secret("a", "aws", "k", "2")))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageEndingWith("NOT_FOUND. Fix: check its attributes project and location");
    assertThatThrownBy(() -> open(google.endpoint()).list())
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageEndingWith("NOT_FOUND. Fix: check its attributes project and location");
  }

  @Test
  void aSecretThatIsDeletedDuringAnUpdateIsMissing() {
    SecretsManager secrets = open(google.endpoint());
    secrets.register(secret("a", "aws", "k", "1"));
    google.refuse("AddSecretVersion", GoogleStatus.NOT_FOUND);

    assertThatThrownBy(() -> secrets.update(secret("a", "aws", "k", "2")))
        .isInstanceOf(SecretNotFoundException.class);
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
  void ofTwoThatRegisterANameTheFirstWinsHoweverLateTheOtherOneComes() throws Exception {
    try (FaultProxy slow = FaultProxy.before(google.endpoint())) {
      // The first creates the secret and then takes so long that the second finishes it.
      slow.inject(new Fault.Delay(Duration.ofSeconds(4)), 1, 1);
      CompletableFuture<Boolean> first =
          CompletableFuture.supplyAsync(
              () -> registers(open(slow.endpoint()), secret("a", "aws", "by", "first")));
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (google.calls("CreateSecret") == 0 && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      boolean second = registers(open(google.endpoint()), secret("a", "aws", "by", "second"));

      assertThat(second).isTrue();
      assertThat(first.get(30, TimeUnit.SECONDS)).isFalse();
      assertThat(open(google.endpoint()).get("a")).isEqualTo(secret("a", "aws", "by", "second"));
    }
  }

  private static boolean registers(SecretsManager secrets, Secret secret) {
    try {
      secrets.register(secret);
      return true;
    } catch (SecretExistsException e) {
      return false;
    }
  }

  @Test
  void aLostAnswerAddsNoSecondVersion() throws Exception {
    open(google.endpoint()).register(secret("a", "aws", "k", "1"));
    try (FaultProxy proxy = FaultProxy.before(google.endpoint())) {
      // Metadata, whether there are versions, and then the new version.
      proxy.inject(new Fault.LostAnswer(), 2, 1);
      open(proxy.endpoint()).update(secret("a", "aws", "k", "2"));
    }

    assertThat(states("a")).containsExactly("ENABLED", "ENABLED");
    assertThat(payload("a", "latest")).isEqualTo("{\"k\":\"2\"}");
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
  void oldVersionsAreKeptDisabledOrDestroyed() {
    for (String policy : List.of("keep", "disable", "destroy")) {
      SecretsManager secrets = open(google.endpoint(), "old_versions", policy);
      secrets.register(secret(policy, "aws", "k", "1"));
      secrets.update(secret(policy, "aws", "k", "2"));
      secrets.update(secret(policy, "aws", "k", "3"));
      assertThat(secrets.get(policy).version()).contains("3");
    }
    SecretsManager two = open(google.endpoint(), "old_versions", "destroy", "keep_versions", "2");
    two.update(secret("keep", "aws", "k", "4"));

    assertThat(states("disable")).containsExactly("ENABLED", "DISABLED", "DISABLED");
    assertThat(states("destroy")).containsExactly("ENABLED", "DESTROYED", "DESTROYED");
    assertThat(states("keep")).containsExactly("ENABLED", "ENABLED", "DESTROYED", "DESTROYED");
  }

  @Test
  void oldVersionsThatCannotBeDestroyedAreTold() {
    SecretsManager secrets = open(google.endpoint(), "old_versions", "destroy");
    secrets.register(secret("a", "aws", "k", "1"));
    google.refuse("DestroySecretVersion", GoogleStatus.PERMISSION_DENIED);

    assertThatThrownBy(() -> secrets.update(secret("a", "aws", "k", "2")))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("its old versions may still be readable");
    assertThat(secrets.get("a")).isEqualTo(secret("a", "aws", "k", "2"));
  }

  @Test
  void aNewestVersionThatIsDisabledIsToldOrPassedOver() {
    SecretsManager secrets = open(google.endpoint());
    secrets.register(secret("a", "aws", "k", "1"));
    secrets.update(secret("a", "aws", "k", "2"));
    Rest.post(url("/secrets/a/versions/2:disable"), "{}");

    assertThatThrownBy(() -> secrets.get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessage(
            "Secrets manager 'tested' was refused when reading the secret 'a': its newest version is"
                + " disabled or destroyed. Fix: gcloud secrets versions enable VERSION --secret=a,"
                + " or read older ones: lockstep secrets-manager update tested"
                + " --version-fallback=true");
    SecretsManager lenient = open(google.endpoint(), "version_fallback", "true");
    assertThat(lenient.get("a")).isEqualTo(secret("a", "aws", "k", "1").withVersion("1"));
    Rest.post(url("/secrets/a/versions/1:destroy"), "{}");
    assertThatThrownBy(() -> lenient.get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("none of its versions is enabled");
  }

  @Test
  void aDamagedPayloadIsNotTaken() throws Exception {
    open(google.endpoint()).register(secret("a", "aws", "k", "1"));
    try (FaultProxy proxy = FaultProxy.before(google.endpoint())) {
      proxy.inject(
          Fault.answer(
              200,
              "{\"name\":\"projects/1/secrets/a/versions/1\","
                  + "\"payload\":{\"data\":\"eyJrIjoiMiJ9\",\"dataCrc32c\":\"1\"}}"));
      assertThatThrownBy(() -> open(proxy.endpoint(), "attempts", "1").get("a"))
          .isInstanceOf(SecretsUnreachableException.class)
          .hasMessageContaining("what arrived does not fit its checksum");
    }
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

  @Test
  void googlesClientLogsNothingOfOursAtAnyLevel() {
    Logger client = Logger.getLogger("com.google.api.client.http.HttpTransport");
    try (EverythingLogged log = new EverythingLogged()) {
      SecretsManager secrets = open(google.endpoint());
      secrets.register(secret("a", "aws", "k", "v"));
      secrets.get("a");
      client.config("of another one");

      assertThat(log.texts())
          .filteredOn(text -> text.startsWith(client.getName()))
          .containsExactly(client.getName() + ": of another one");
    }
  }

  @Test
  void aServiceThatIsNotEnabledIsToldWithTheCommandThatEnablesIt() throws Exception {
    try (FaultProxy proxy = FaultProxy.before(google.endpoint())) {
      proxy.inject(
          Fault.answer(
              403,
              "{\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\",\"message\":\"x\","
                  + "\"details\":[{\"reason\":\"SERVICE_DISABLED\"}]}}"));
      assertThatThrownBy(() -> open(proxy.endpoint()).get("a"))
          .isInstanceOf(SecretAccessDeniedException.class)
          .hasMessage(
              "Secrets manager 'tested' was refused when reading the secret 'a': PERMISSION_DENIED,"
                  + " SERVICE_DISABLED. Fix: gcloud services enable"
                  + " secretmanager.googleapis.com");
    }
  }
}
