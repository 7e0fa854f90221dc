package dev.lockstep.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.util.Configuration;
import com.azure.core.util.ConfigurationBuilder;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.CredentialBuilderBase;
import com.azure.identity.CredentialUnavailableException;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.identity.EnvironmentCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import dev.lockstep.secret.SecretValue;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The identity of whoever asks the vault, by Microsoft's library for it. Nothing of that library is
 * loaded before the vault asks for a token.
 */
final class AzureCredential implements TokenCredential {
  private final Identity identity;
  private final Map<String, String> environment;
  private final HttpClient transport;
  private @Nullable TokenCredential credential;

  AzureCredential(Identity identity, Map<String, String> environment, HttpClient transport) {
    this.identity = identity;
    this.environment = environment;
    this.transport = transport;
  }

  /** Where a token comes from. */
  enum Source {
    DEFAULT,
    ENVIRONMENT,
    MANAGED_IDENTITY,
    WORKLOAD_IDENTITY,
    CLI,
    CLIENT_SECRET,
    /** A double takes any. */
    NONE
  }

  /** Who asks. */
  record Identity(
      Source source,
      @Nullable String tenant,
      @Nullable String client,
      @Nullable SecretValue clientSecret) {}

  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    return Mono.defer(() -> credential().getToken(request));
  }

  @Override
  public AccessToken getTokenSync(TokenRequestContext request) {
    return credential().getTokenSync(request);
  }

  private synchronized TokenCredential credential() {
    TokenCredential known = credential;
    if (known == null) {
      try {
        known = make();
      } catch (IllegalArgumentException e) {
        // A builder that lacks something says so in this way; its text is not ours to show.
        throw new CredentialUnavailableException("The credentials are not complete.");
      }
      credential = known;
    }
    return known;
  }

  private TokenCredential make() {
    String tenant = identity.tenant();
    String client = identity.client();
    return switch (identity.source()) {
      case DEFAULT -> {
        DefaultAzureCredentialBuilder builder = with(new DefaultAzureCredentialBuilder());
        if (tenant != null) {
          builder.tenantId(tenant);
        }
        if (client != null) {
          builder.managedIdentityClientId(client).workloadIdentityClientId(client);
        }
        yield builder.build();
      }
      case ENVIRONMENT -> once(new EnvironmentCredentialBuilder()).build();
      case MANAGED_IDENTITY -> {
        ManagedIdentityCredentialBuilder builder = with(new ManagedIdentityCredentialBuilder());
        yield client == null ? builder.build() : builder.clientId(client).build();
      }
      case WORKLOAD_IDENTITY -> {
        WorkloadIdentityCredentialBuilder builder = once(new WorkloadIdentityCredentialBuilder());
        if (tenant != null) {
          builder.tenantId(tenant);
        }
        yield client == null ? builder.build() : builder.clientId(client).build();
      }
      case CLI -> {
        AzureCliCredentialBuilder builder = with(new AzureCliCredentialBuilder());
        yield tenant == null ? builder.build() : builder.tenantId(tenant).build();
      }
      case CLIENT_SECRET -> {
        SecretValue secret = identity.clientSecret();
        yield once(new ClientSecretCredentialBuilder())
            .tenantId(tenant)
            .clientId(client)
            .clientSecret(secret == null ? null : secret.reveal())
            .build();
      }
      case NONE -> new AnyToken();
    };
  }

  /**
   * For what asks one service, which is asked again as often as the vault is. Where several are
   * tried, or a machine that has just started is asked for its identity, the library knows better.
   */
  private <T extends CredentialBuilderBase<T>> T once(T builder) {
    return with(builder).retryOptions(KeyVault.once());
  }

  private <T extends CredentialBuilderBase<T>> T with(T builder) {
    return builder
        .httpClient(transport)
        .httpLogOptions(KeyVault.silent())
        .configuration(configuration());
  }

  /** The variables that the component was made with, which are not always the process's own. */
  private Configuration configuration() {
    ConfigurationBuilder configuration = new ConfigurationBuilder();
    environment.forEach(configuration::putProperty);
    return configuration.build();
  }

  /** For what checks no token. */
  private static final class AnyToken implements TokenCredential {
    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
      return Mono.fromSupplier(() -> getTokenSync(request));
    }

    @Override
    public AccessToken getTokenSync(TokenRequestContext request) {
      return new AccessToken("none", OffsetDateTime.MAX);
    }
  }
}
