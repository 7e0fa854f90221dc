package dev.lockstep.testing.conformance;

/** A part of the suite for artifact stores. */
interface ArtifactCases {
  /** The files of the running test. */
  ArtifactFiles files();
}
