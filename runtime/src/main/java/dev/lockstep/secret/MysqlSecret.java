package dev.lockstep.secret;

import dev.lockstep.Key;
import dev.lockstep.SecretSchema;
import java.util.Optional;

/** Credentials for a MySQL database, and how to trust its server. */
@SecretSchema(value = "mysql", description = "Credentials for a MySQL database.")
public interface MysqlSecret {
  /** The user's name. */
  @Key(description = "The user's name.")
  Optional<String> user();

  /** The user's password. */
  @Key(description = "The user's password.")
  Optional<SecretValue> password();

  /** The certificate of the authority that signed the server's, PEM text. */
  @Key(description = "The certificate of the authority that signed the server's, as PEM.")
  Optional<SecretValue> sslCa();

  /** The client's certificate, PEM text. */
  @Key(description = "The client's certificate, as PEM.")
  Optional<SecretValue> sslCert();

  /** The key of the client's certificate, PEM text. */
  @Key(description = "The key of the client's certificate, as PEM.")
  Optional<SecretValue> sslKey();

  /** Whether the server's certificate is verified. */
  @Key(masked = false, description = "Whether the server's certificate is verified: true or false.")
  Optional<Boolean> sslVerifyServerCert();
}
