package dev.lockstep;

/** Where a step's code executes when the orchestrator is local. */
public enum Isolation {
  /** What the orchestrator is configured for; the local orchestrator runs steps in its process. */
  DEFAULT,
  /** In the runner's process, on a thread and an instance of its own. */
  IN_PROCESS,
  /**
   * In a JVM of its own, whose environment holds the secrets of {@link Step#secrets()}, so that
   * {@code System.getenv} has them.
   */
  PROCESS
}
