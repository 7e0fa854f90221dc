package dev.lockstep.secret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The schema {@code mysql}: reads and writes {@link MysqlSecret}.
 *
 * <p>Generated from {@code dev.lockstep.secret.MysqlSecret}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class MysqlSecretSchema implements Schema<MysqlSecret> {
  private static final List<SchemaKey> KEYS =
      List.of(
          SchemaKey.optional("user", "string")
              .withDescription("The user's name."),
          SchemaKey.optional("password", "secret")
              .withDescription("The user's password."),
          SchemaKey.optional("ssl_ca", "secret")
              .withDescription("The certificate of the authority that signed the server's, as PEM."),
          SchemaKey.optional("ssl_cert", "secret")
              .withDescription("The client's certificate, as PEM."),
          SchemaKey.optional("ssl_key", "secret")
              .withDescription("The key of the client's certificate, as PEM."),
          SchemaKey.optional("ssl_verify_server_cert", "boolean").unmasked()
              .withDescription("Whether the server's certificate is verified: true or false."));

  /** Creates the schema, which keeps no state. */
  public MysqlSecretSchema() {}

  @Override
  public String type() {
    return "mysql";
  }

  @Override
  public String description() {
    return "Credentials for a MySQL database.";
  }

  @Override
  public List<SchemaKey> keys() {
    return KEYS;
  }

  @Override
  public MysqlSecret read(Secret secret) {
    return new Content(SecretReader.of(this, secret));
  }

  @Override
  public Map<String, SecretValue> write(MysqlSecret value) {
    return new SecretWriter()
        .put("user", ValueType.STRING, value.user())
        .put("password", ValueType.SECRET, value.password())
        .put("ssl_ca", ValueType.SECRET, value.sslCa())
        .put("ssl_cert", ValueType.SECRET, value.sslCert())
        .put("ssl_key", ValueType.SECRET, value.sslKey())
        .put("ssl_verify_server_cert", ValueType.BOOLEAN, value.sslVerifyServerCert())
        .values();
  }

  private static final class Content implements MysqlSecret {
    private final Optional<String> user;
    private final Optional<SecretValue> password;
    private final Optional<SecretValue> sslCa;
    private final Optional<SecretValue> sslCert;
    private final Optional<SecretValue> sslKey;
    private final Optional<Boolean> sslVerifyServerCert;

    Content(SecretReader in) {
      user = in.optional("user", ValueType.STRING);
      password = in.optional("password", ValueType.SECRET);
      sslCa = in.optional("ssl_ca", ValueType.SECRET);
      sslCert = in.optional("ssl_cert", ValueType.SECRET);
      sslKey = in.optional("ssl_key", ValueType.SECRET);
      sslVerifyServerCert = in.optional("ssl_verify_server_cert", ValueType.BOOLEAN);
    }

    @Override
    public Optional<String> user() {
      return user;
    }

    @Override
    public Optional<SecretValue> password() {
      return password;
    }

    @Override
    public Optional<SecretValue> sslCa() {
      return sslCa;
    }

    @Override
    public Optional<SecretValue> sslCert() {
      return sslCert;
    }

    @Override
    public Optional<SecretValue> sslKey() {
      return sslKey;
    }

    @Override
    public Optional<Boolean> sslVerifyServerCert() {
      return sslVerifyServerCert;
    }

    @Override
    public String toString() {
      return "MysqlSecret[***]";
    }
  }
}
