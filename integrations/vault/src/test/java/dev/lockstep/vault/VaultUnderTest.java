package dev.lockstep.vault;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** A server that a test has started. */
interface VaultUnderTest extends AutoCloseable {
  URI address();

  String rootToken();

  /** The time by which clients of it go. */
  Clock clock();

  /** Returns when so much time has passed. */
  void pass(Duration time);

  default Admin admin() {
    return new Admin(address(), rootToken(), "");
  }

  @Override
  void close();
}
