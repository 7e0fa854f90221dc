package dev.lockstep.testing.conformance;

/** A part of the suite. */
interface Cases {
  /** The store of the running test. */
  StoreUnderTest store();
}
