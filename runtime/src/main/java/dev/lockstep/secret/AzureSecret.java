package dev.lockstep.secret;

import dev.lockstep.Key;
import dev.lockstep.SecretSchema;
import java.util.Optional;

/**
 * Credentials for Azure: those of a storage account, or those of a service principal. Which keys
 * there are decides how to sign in; at least one is needed.
 */
@SecretSchema(
    value = "azure",
    atLeastOne = true,
    description = "Credentials for Azure: of a storage account or of a service principal.")
public interface AzureSecret {
  /** The storage account's name. */
  @Key(description = "The name of a storage account.")
  Optional<String> accountName();

  /** One of the storage account's keys. */
  @Key(description = "One of the storage account's keys.")
  Optional<SecretValue> accountKey();

  /** A shared access signature. */
  @Key(description = "A shared access signature for the storage account.")
  Optional<SecretValue> sasToken();

  /** A connection string, which holds name and key. */
  @Key(description = "A connection string of the storage account.")
  Optional<SecretValue> connectionString();

  /** The service principal's identifier. */
  @Key(description = "The application (client) identifier of a service principal.")
  Optional<String> clientId();

  /** The service principal's password. */
  @Key(description = "A client secret of the service principal.")
  Optional<SecretValue> clientSecret();

  /** The directory in which the service principal is. */
  @Key(description = "The directory (tenant) identifier.")
  Optional<String> tenantId();
}
