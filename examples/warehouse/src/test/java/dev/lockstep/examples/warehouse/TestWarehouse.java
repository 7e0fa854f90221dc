package dev.lockstep.examples.warehouse;

import dev.lockstep.secret.SecretValue;
import java.net.URI;
import java.util.Optional;

/** The login that a test gives to the pipeline. */
record TestWarehouse(
    URI url, String username, SecretValue password, Optional<SecretValue> token, int port)
    implements Warehouse {
  static final String RIGHT = "demonstration-password";

  static TestWarehouse at(URI url) {
    return new TestWarehouse(url, "churn", SecretValue.of(RIGHT), Optional.empty(), 5432);
  }

  TestWarehouse withPassword(String other) {
    return new TestWarehouse(url, username, SecretValue.of(other), token, port);
  }

  TestWarehouse withToken(String other) {
    return new TestWarehouse(url, username, password, Optional.of(SecretValue.of(other)), port);
  }

  TestWarehouse withPort(int other) {
    return new TestWarehouse(url, username, password, token, other);
  }
}
