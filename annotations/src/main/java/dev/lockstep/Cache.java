package dev.lockstep;

/** Whether a step may be skipped because an earlier run already did the same work. */
public enum Cache {
  /**
   * On a step: what the pipeline says. On a pipeline: steps are cached, except those that receive a
   * secret or return nothing, because those touch the outside world.
   */
  DEFAULT,
  /** Cached, even when the step receives a secret or returns nothing. */
  ON,
  /** Never cached. */
  OFF
}
