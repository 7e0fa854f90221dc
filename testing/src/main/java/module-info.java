/**
 * For users' tests: an in-memory stack, a JUnit 5 extension, leak assertions, conformance suites.
 */
module dev.lockstep.testing {
  requires transitive dev.lockstep.runtime;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports dev.lockstep.testing;
  exports dev.lockstep.testing.conformance;

  // JUnit calls the cases of the suites.
  opens dev.lockstep.testing.conformance;
}
