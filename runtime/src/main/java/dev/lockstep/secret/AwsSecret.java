package dev.lockstep.secret;

import dev.lockstep.Key;
import dev.lockstep.SecretSchema;
import java.util.Optional;

/**
 * Credentials for Amazon Web Services, under the names that its tools and SDKs read from the
 * environment.
 */
@SecretSchema(value = "aws", description = "Credentials for Amazon Web Services.")
public interface AwsSecret {
  /** The access key's identifier. */
  @Key(
      value = "aws_access_key_id",
      description = "The identifier of an access key, as IAM shows it: AKIA...")
  String accessKeyId();

  /** The access key itself. */
  @Key(
      value = "aws_secret_access_key",
      description = "The access key, which IAM shows once, when it is made.")
  SecretValue secretAccessKey();

  /** The session token that belongs to temporary credentials. */
  @Key(
      value = "aws_session_token",
      description = "The session token, for temporary credentials only.")
  Optional<SecretValue> sessionToken();
}
