package dev.lockstep.metadata;

/** How a run stands or ended. */
public enum RunStatus {
  /** The process that drives it is alive. */
  RUNNING,
  /** Every step succeeded. */
  SUCCEEDED,
  /** A step failed. */
  FAILED,
  /** It was stopped, by a person or because its process ended without a word. */
  INTERRUPTED,
  /** Its record is damaged or from a newer version; no event says so, only a list does. */
  UNREADABLE;

  /** In lower case, as people and JSON see it. */
  public String label() {
    return switch (this) {
      case RUNNING -> "running";
      case SUCCEEDED -> "succeeded";
      case FAILED -> "failed";
      case INTERRUPTED -> "interrupted";
      case UNREADABLE -> "unreadable";
    };
  }
}
