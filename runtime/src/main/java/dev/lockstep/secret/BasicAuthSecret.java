package dev.lockstep.secret;

import dev.lockstep.Key;
import dev.lockstep.SecretSchema;

/** A user's name and password. */
@SecretSchema(value = "basic_auth", description = "A user's name and password.")
public interface BasicAuthSecret {
  /** The user's name. */
  @Key(description = "The user's name.")
  String username();

  /** The user's password. */
  @Key(description = "The user's password.")
  SecretValue password();
}
