package dev.lockstep.examples.warehouse;

import dev.lockstep.Key;
import dev.lockstep.SecretSchema;
import dev.lockstep.secret.SecretValue;
import java.net.URI;
import java.util.Optional;

/** What it takes to log in to the database with the customers. */
@SecretSchema(value = "warehouse", description = "The login to a SQL database.")
public interface Warehouse {
  /** The database's JDBC URL. */
  @Key(description = "The JDBC URL, in which a space is written as %20.")
  URI url();

  /** The user's name, which is no secret. */
  @Key(masked = false)
  String username();

  /** The user's password. */
  SecretValue password();

  /** What else the database asks for. */
  @Key(description = "The password of the database's file, if that is encrypted.")
  Optional<SecretValue> token();

  /** Where a server listens. */
  @Key(description = "The port of a server whose URL names none.")
  default int port() {
    return 5432;
  }
}
