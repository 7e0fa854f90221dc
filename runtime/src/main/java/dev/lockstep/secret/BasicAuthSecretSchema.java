package dev.lockstep.secret;

import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * The schema {@code basic_auth}: reads and writes {@link BasicAuthSecret}.
 *
 * <p>Generated from {@code dev.lockstep.secret.BasicAuthSecret}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class BasicAuthSecretSchema implements Schema<BasicAuthSecret> {
  private static final List<SchemaKey> KEYS =
      List.of(
          SchemaKey.required("username", "string")
              .withDescription("The user's name."),
          SchemaKey.required("password", "secret")
              .withDescription("The user's password."));

  /** Creates the schema, which keeps no state. */
  public BasicAuthSecretSchema() {}

  @Override
  public String type() {
    return "basic_auth";
  }

  @Override
  public String description() {
    return "A user's name and password.";
  }

  @Override
  public List<SchemaKey> keys() {
    return KEYS;
  }

  @Override
  public BasicAuthSecret read(Secret secret) {
    return new Content(SecretReader.of(this, secret));
  }

  @Override
  public Map<String, SecretValue> write(BasicAuthSecret value) {
    return new SecretWriter()
        .put("username", ValueType.STRING, value.username())
        .put("password", ValueType.SECRET, value.password())
        .values();
  }

  private static final class Content implements BasicAuthSecret {
    private final String username;
    private final SecretValue password;

    Content(SecretReader in) {
      username = in.required("username", ValueType.STRING);
      password = in.required("password", ValueType.SECRET);
    }

    @Override
    public String username() {
      return username;
    }

    @Override
    public SecretValue password() {
      return password;
    }

    @Override
    public String toString() {
      return "BasicAuthSecret[***]";
    }
  }
}
