package dev.lockstep.secret;

import dev.lockstep.Key;
import dev.lockstep.SecretSchema;

/** Credentials for Google Cloud: the key file of a service account. */
@SecretSchema(value = "gcp", description = "Credentials for Google Cloud.")
public interface GcpSecret {
  /** The content of the key file, JSON text. */
  @Key(description = "The content of a service account's key file, which is JSON.")
  SecretValue token();
}
