package dev.lockstep.gcp;

import static dev.lockstep.gcp.Managers.open;
import static dev.lockstep.gcp.Managers.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import dev.lockstep.testing.google.GoogleStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which version counts, which are added, and what becomes of old ones. */
final class VersionsTest extends SecretManagerTest {
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
}
