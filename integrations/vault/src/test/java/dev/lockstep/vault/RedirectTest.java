package dev.lockstep.vault;

import static dev.lockstep.vault.Opened.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where standbys lead, and where nobody follows. */
final class RedirectTest extends VaultTest {
  @Test
  void aStandbyIsFollowedToItsActiveServerOnTheSameHost() throws Exception {
    try (StartedDouble standby = new StartedDouble()) {
      standby.vault().standBy(vault.address());
      SecretsManager through = Opened.over(standby, "token", vault.rootToken());

      assertThat(through.get("a").value("k")).isPresent();
      through.update(secret("a", "k", "changed"));
      assertThat(secrets.get("a")).isEqualTo(secret("a", "k", "changed"));
    }
  }

  @Test
  void theTokenGoesToNoOtherHostUnlessItIsNamed() throws Exception {
    URI other = URI.create("http://localhost:" + vault.address().getPort());
    try (StartedDouble standby = new StartedDouble()) {
      standby.vault().standBy(other);
      int before = vault.calls().size();

      assertThatThrownBy(
              () -> Opened.over(standby, "token", vault.rootToken(), "attempts", "1").get("a"))
          .isInstanceOf(SecretsUnreachableException.class)
          .hasMessageContaining("the host 'localhost', which does not get the token")
          .hasMessageContaining("redirect_hosts");
      assertThat(vault.calls()).hasSize(before);
      assertThat(
              Opened.over(standby, "token", vault.rootToken(), "redirect_hosts", "x, localhost")
                  .get("a")
                  .value("k"))
          .isPresent();
    }
  }

  @Test
  void noRedirectLeadsToAnotherPathOrRoundInCircles() throws Exception {
    for (String location :
        List.of("/v1/secret/data/b", "/login", "https://127.0.0.1/x", "http:[")) {
      try (FaultProxy proxy = FaultProxy.before(vault.address())) {
        proxy.inject(new Fault.Answer(307, Map.of("Location", location), ""));

        assertThatThrownBy(
                () ->
                    Opened.over(started, "address", proxy.endpoint().toString(), "attempts", "1")
                        .get("a"))
            .as(location)
            .isInstanceOf(SecretsUnreachableException.class)
            .hasMessageContaining("HTTP 307");
      }
    }
    vault.standBy(vault.address());
    assertThatThrownBy(() -> secrets.get("a"))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("again and again");
  }

  @Test
  void aStandbyThatLagsBehindIsAskedAgain() {
    vault.fallBehind(1);
    assertThat(secrets.get("a").value("k")).isPresent();
    vault.fallBehind(2);

    assertThatThrownBy(() -> secrets.get("a"))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("HTTP 412");
  }
}
