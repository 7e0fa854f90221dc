/**
 * For users' tests: an in-memory stack, a JUnit 5 extension, leak assertions, conformance suites.
 */
module dev.lockstep.testing {
  requires transitive dev.lockstep.runtime;
  requires transitive org.junit.jupiter.api;
  requires java.logging;
  requires jdk.httpserver;
  requires static org.jspecify;

  exports dev.lockstep.testing;
  exports dev.lockstep.testing.aws;
  exports dev.lockstep.testing.azure;
  exports dev.lockstep.testing.conformance;
  exports dev.lockstep.testing.google;
  exports dev.lockstep.testing.vault;

  // JUnit calls the cases of the suites.
  opens dev.lockstep.testing.conformance;
}
