package dev.lockstep.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.polling.SyncPoller;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.security.keyvault.secrets.SecretClientBuilder;
import com.azure.security.keyvault.secrets.models.DeletedSecret;
import com.azure.security.keyvault.secrets.models.KeyVaultSecret;
import com.azure.security.keyvault.secrets.models.SecretProperties;
import dev.lockstep.secret.provider.ProviderFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vault, through Microsoft's client. Each method is one request, but for those that list; none is
 * repeated. What the client throws is translated, and nothing of it gets further.
 */
final class KeyVault {
  private final VaultAddress address;
  private final HttpClient transport;
  private final TokenCredential credential;
  private @Nullable SecretClient client;

  /** Connects to nothing yet. */
  KeyVault(VaultAddress address, HttpClient transport, TokenCredential credential) {
    this.address = address;
    this.transport = transport;
    this.credential = credential;
  }

  /** What is asked of the client. */
  private interface Request<T> {
    T send(SecretClient client);
  }

  KeyVaultSecret get(String id) throws ProviderFailure, VaultRefusal {
    return whole(ask(Need.READ, vault -> vault.getSecret(id)));
  }

  KeyVaultSecret get(String id, String version) throws ProviderFailure, VaultRefusal {
    return whole(ask(Need.READ, vault -> vault.getSecret(id, version)));
  }

  /** Makes a new version, and the secret if there is none. */
  KeyVaultSecret set(KeyVaultSecret secret) throws ProviderFailure, VaultRefusal {
    return whole(ask(Need.WRITE, vault -> vault.setSecret(secret)));
  }

  /** Begins the deletion of a secret, which can be asked how far it has come. */
  SyncPoller<DeletedSecret, Void> delete(String id) throws ProviderFailure, VaultRefusal {
    return ask(Need.DELETE, vault -> vault.beginDeleteSecret(id));
  }

  /** When the vault purges what was deleted so; the deletion need not have come to its end. */
  Optional<Instant> purgeDate(SyncPoller<DeletedSecret, Void> deletion)
      throws ProviderFailure, VaultRefusal {
    return date(ask(Need.READ, vault -> deletion.poll().getValue()));
  }

  /** When the vault purges a deleted secret. */
  Optional<Instant> purgeDate(String id) throws ProviderFailure, VaultRefusal {
    return date(ask(Need.READ, vault -> vault.getDeletedSecret(id)));
  }

  private static Optional<Instant> date(DeletedSecret secret) {
    OffsetDateTime date = secret.getScheduledPurgeDate();
    return date == null ? Optional.empty() : Optional.of(date.toInstant());
  }

  /** Succeeds when the deletion of a secret has come to its end. */
  void getDeleted(String id) throws ProviderFailure, VaultRefusal {
    ask(Need.READ, vault -> vault.getDeletedSecret(id));
  }

  void recover(String id) throws ProviderFailure, VaultRefusal {
    ask(Need.RECOVER, vault -> vault.beginRecoverDeletedSecret(id));
  }

  void purge(String id) throws ProviderFailure, VaultRefusal {
    ask(
        Need.PURGE,
        vault -> {
          vault.purgeDeletedSecret(id);
          return true;
        });
  }

  List<SecretProperties> list() throws ProviderFailure {
    try {
      return ask(Need.LIST, vault -> all(vault.listPropertiesOfSecrets()));
    } catch (VaultRefusal refusal) {
      throw refusal.asFailure();
    }
  }

  List<SecretProperties> versions(String id) throws ProviderFailure, VaultRefusal {
    return ask(Need.LIST, vault -> all(vault.listPropertiesOfSecretVersions(id)));
  }

  private static <T> List<T> all(Iterable<T> pages) {
    List<T> all = new ArrayList<>();
    pages.forEach(all::add);
    return all;
  }

  /** Refuses an answer of someone who is no vault, from which the client makes an empty secret. */
  private static KeyVaultSecret whole(KeyVaultSecret secret) throws ProviderFailure {
    if (secret.getValue() == null || secret.getProperties().getVersion() == null) {
      throw new ProviderFailure(ProviderFailure.Kind.UNREACHABLE, "its answer holds no secret", "");
    }
    return secret;
  }

  private <T> T ask(Need need, Request<T> request) throws ProviderFailure, VaultRefusal {
    try {
      return request.send(client());
    } catch (RuntimeException e) {
      throw VaultFailures.of(e, need);
    }
  }

  private synchronized SecretClient client() {
    SecretClient known = client;
    if (known == null) {
      known = build();
      client = known;
    }
    return known;
  }

  private SecretClient build() {
    SecretClientBuilder builder =
        new SecretClientBuilder()
            .vaultUrl(address.forSdk())
            .credential(credential)
            .httpClient(transport)
            .addPolicy(new OwnVaultOnly(address))
            // Whether repeating is safe, and how often, is decided above.
            .retryOptions(once())
            // AZURE_HTTP_LOG_DETAIL_LEVEL would let it log values.
            .httpLogOptions(silent());
    if (address.isPlain()) {
      // A challenge names https://vault.azure.net, where a double is not.
      builder.disableChallengeResourceVerification();
    }
    return builder.buildClient();
  }

  static RetryOptions once() {
    return new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1)));
  }

  static HttpLogOptions silent() {
    return new HttpLogOptions().setLogLevel(HttpLogDetailLevel.NONE);
  }
}
