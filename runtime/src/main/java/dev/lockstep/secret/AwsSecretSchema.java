package dev.lockstep.secret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The schema {@code aws}: reads and writes {@link AwsSecret}.
 *
 * <p>Generated from {@code dev.lockstep.secret.AwsSecret}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class AwsSecretSchema implements Schema<AwsSecret> {
  private static final List<SchemaKey> KEYS =
      List.of(
          SchemaKey.required("aws_access_key_id", "string")
              .withDescription("The identifier of an access key, as IAM shows it: AKIA..."),
          SchemaKey.required("aws_secret_access_key", "secret")
              .withDescription("The access key, which IAM shows once, when it is made."),
          SchemaKey.optional("aws_session_token", "secret")
              .withDescription("The session token, for temporary credentials only."));

  /** Creates the schema, which keeps no state. */
  public AwsSecretSchema() {}

  @Override
  public String type() {
    return "aws";
  }

  @Override
  public String description() {
    return "Credentials for Amazon Web Services.";
  }

  @Override
  public List<SchemaKey> keys() {
    return KEYS;
  }

  @Override
  public AwsSecret read(Secret secret) {
    return new Content(SecretReader.of(this, secret));
  }

  @Override
  public Map<String, SecretValue> write(AwsSecret value) {
    return new SecretWriter()
        .put("aws_access_key_id", ValueType.STRING, value.accessKeyId())
        .put("aws_secret_access_key", ValueType.SECRET, value.secretAccessKey())
        .put("aws_session_token", ValueType.SECRET, value.sessionToken())
        .values();
  }

  private static final class Content implements AwsSecret {
    private final String accessKeyId;
    private final SecretValue secretAccessKey;
    private final Optional<SecretValue> sessionToken;

    Content(SecretReader in) {
      accessKeyId = in.required("aws_access_key_id", ValueType.STRING);
      secretAccessKey = in.required("aws_secret_access_key", ValueType.SECRET);
      sessionToken = in.optional("aws_session_token", ValueType.SECRET);
    }

    @Override
    public String accessKeyId() {
      return accessKeyId;
    }

    @Override
    public SecretValue secretAccessKey() {
      return secretAccessKey;
    }

    @Override
    public Optional<SecretValue> sessionToken() {
      return sessionToken;
    }

    @Override
    public String toString() {
      return "AwsSecret[***]";
    }
  }
}
