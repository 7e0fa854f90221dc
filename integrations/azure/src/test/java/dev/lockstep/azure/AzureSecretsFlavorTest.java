package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.StackException;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How components are configured. */
final class AzureSecretsFlavorTest extends VaultTest {
  private static final String VAULT = "https://test.vault.azure.net";

  private SecretsManager configured(String... attributes) {
    Map<String, String> all = new HashMap<>(Map.of("vault_url", VAULT));
    for (int i = 0; i < attributes.length; i += 2) {
      all.put(attributes[i], attributes[i + 1]);
    }
    return create(all, Map.of());
  }

  @Test
  void theRuntimeFindsIt() {
    assertThat(ServiceLoader.load(ComponentFlavor.class))
        .hasAtLeastOneElementOfType(AzureSecretsFlavor.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://test.vault.azure.net",
        "HTTPS://test.vault.azure.net/",
        "https://test.vault.azure.net:443",
        "http://localhost:80",
        "http://127.0.0.1:8080/",
        "http://[::1]:8080"
      })
  void aVaultIsReachedByHttpsOrOnThisMachine(String url) {
    configured("vault_url", url).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://test.vault.azure.net",
        "http://10.0.0.1:80",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "ftp://127.0.0.1",
        "test.vault.azure.net",
        "/secrets",
        "https://test.vault.azure.net/secrets/db",
        "https://test.vault.azure.net?x=y",
        "https://user:password@test.vault.azure.net",
        "https://"
      })
  void anyOtherAddressIsRefusedWithoutBeingShown(String url) {
    assertThatThrownBy(() -> configured("vault_url", url))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("vault_url")
        .hasMessageContaining("lockstep secrets-manager update vault --")
        .hasMessageNotContaining("password");
  }

  @Test
  void theVaultHasToBeNamed() {
    assertThatThrownBy(() -> create(Map.of(), Map.of()))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("the attribute 'vault_url' is missing");
  }

  @Test
  void aClientSecretNeedsTenantAndClientAndNothingElse() {
    String secret = "hunter2";
    configured("tenant_id", "t", "client_id", "c", "client_secret", secret).close();
    for (String[] wrong :
        new String[][] {
          {"client_secret", secret},
          {"client_secret", secret, "client_id", "c"},
          {"client_secret", secret, "client_id", "c", "tenant_id", "t", "credential", "cli"}
        }) {
      assertThatThrownBy(() -> configured(wrong))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("client_secret")
          .hasMessageNotContaining(secret);
    }
    assertThat(new AzureSecretsFlavor().options())
        .filteredOn(option -> option.sensitive())
        .extracting(option -> option.name())
        .containsExactly("client_secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"environment", "cli"})
  void aClientIdIsRefusedWhereItWouldMeanNothing(String credential) {
    assertThatThrownBy(() -> configured("credential", credential, "client_id", "c"))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("'client_id'")
        .hasMessageContaining("means nothing with credential=" + credential);
    configured("credential", "managed_identity", "client_id", "c").close();
  }

  @Test
  void aDoubleNeedsNoCredentials() {
    SecretsManager secrets = open("credential", "environment");
    secrets.register(secret("db", "v"));

    assertThat(value(secrets, "db")).isEqualTo("v");
  }
}
