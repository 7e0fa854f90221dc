package dev.lockstep.secret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The schema {@code azure}: reads and writes {@link AzureSecret}.
 *
 * <p>Generated from {@code dev.lockstep.secret.AzureSecret}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class AzureSecretSchema implements Schema<AzureSecret> {
  private static final List<SchemaKey> KEYS =
      List.of(
          SchemaKey.optional("account_name", "string")
              .withDescription("The name of a storage account."),
          SchemaKey.optional("account_key", "secret")
              .withDescription("One of the storage account's keys."),
          SchemaKey.optional("sas_token", "secret")
              .withDescription("A shared access signature for the storage account."),
          SchemaKey.optional("connection_string", "secret")
              .withDescription("A connection string of the storage account."),
          SchemaKey.optional("client_id", "string")
              .withDescription("The application (client) identifier of a service principal."),
          SchemaKey.optional("client_secret", "secret")
              .withDescription("A client secret of the service principal."),
          SchemaKey.optional("tenant_id", "string")
              .withDescription("The directory (tenant) identifier."));

  /** Creates the schema, which keeps no state. */
  public AzureSecretSchema() {}

  @Override
  public String type() {
    return "azure";
  }

  @Override
  public String description() {
    return "Credentials for Azure: of a storage account or of a service principal.";
  }

  @Override
  public List<SchemaKey> keys() {
    return KEYS;
  }

  @Override
  public boolean atLeastOne() {
    return true;
  }

  @Override
  public AzureSecret read(Secret secret) {
    return new Content(SecretReader.of(this, secret));
  }

  @Override
  public Map<String, SecretValue> write(AzureSecret value) {
    return new SecretWriter()
        .put("account_name", ValueType.STRING, value.accountName())
        .put("account_key", ValueType.SECRET, value.accountKey())
        .put("sas_token", ValueType.SECRET, value.sasToken())
        .put("connection_string", ValueType.SECRET, value.connectionString())
        .put("client_id", ValueType.STRING, value.clientId())
        .put("client_secret", ValueType.SECRET, value.clientSecret())
        .put("tenant_id", ValueType.STRING, value.tenantId())
        .values();
  }

  private static final class Content implements AzureSecret {
    private final Optional<String> accountName;
    private final Optional<SecretValue> accountKey;
    private final Optional<SecretValue> sasToken;
    private final Optional<SecretValue> connectionString;
    private final Optional<String> clientId;
    private final Optional<SecretValue> clientSecret;
    private final Optional<String> tenantId;

    Content(SecretReader in) {
      accountName = in.optional("account_name", ValueType.STRING);
      accountKey = in.optional("account_key", ValueType.SECRET);
      sasToken = in.optional("sas_token", ValueType.SECRET);
      connectionString = in.optional("connection_string", ValueType.SECRET);
      clientId = in.optional("client_id", ValueType.STRING);
      clientSecret = in.optional("client_secret", ValueType.SECRET);
      tenantId = in.optional("tenant_id", ValueType.STRING);
    }

    @Override
    public Optional<String> accountName() {
      return accountName;
    }

    @Override
    public Optional<SecretValue> accountKey() {
      return accountKey;
    }

    @Override
    public Optional<SecretValue> sasToken() {
      return sasToken;
    }

    @Override
    public Optional<SecretValue> connectionString() {
      return connectionString;
    }

    @Override
    public Optional<String> clientId() {
      return clientId;
    }

    @Override
    public Optional<SecretValue> clientSecret() {
      return clientSecret;
    }

    @Override
    public Optional<String> tenantId() {
      return tenantId;
    }

    @Override
    public String toString() {
      return "AzureSecret[***]";
    }
  }
}
