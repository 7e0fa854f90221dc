package dev.lockstep.gcp;

import static dev.lockstep.gcp.Managers.open;
import static dev.lockstep.gcp.Managers.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.testing.conformance.EverythingLogged;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import dev.lockstep.testing.google.GoogleStatus;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What is said of refusals and of answers that are none, and what nobody says. */
final class FailuresTest extends SecretManagerTest {
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
}
