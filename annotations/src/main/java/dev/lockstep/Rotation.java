package dev.lockstep;

/** Which version of a secret a step sees when the secret changes while the pipeline runs. */
public enum Rotation {
  /** Each attempt of each step reads its secrets right before it starts: it sees the newest. */
  FRESH,
  /** The whole run uses what the check before the first step saw. */
  PINNED
}
