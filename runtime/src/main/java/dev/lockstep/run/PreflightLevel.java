package dev.lockstep.run;

/** How much of a pipeline's secrets is verified before the first step. */
public enum PreflightLevel {
  /** Nothing. */
  NONE,
  /** Every secret that a step needs exists. */
  EXISTS,
  /** And has the keys that its schema requires, with values that can be read. The default. */
  KEYS
}
