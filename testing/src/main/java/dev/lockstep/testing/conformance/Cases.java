package dev.lockstep.testing.conformance;

/** A part of the suite. */
interface Cases {
  /** The store of the running test. */
  StoreUnderTest store();

  /** A second store of the running test, which is started at the first call. */
  StoreUnderTest another() throws Exception;
}
