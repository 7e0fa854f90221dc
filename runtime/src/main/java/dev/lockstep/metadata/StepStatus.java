package dev.lockstep.metadata;

/** How a step of a run stands or ended. */
public enum StepStatus {
  /** It has not started. */
  PENDING,
  /** An attempt is under way. */
  RUNNING,
  /** An attempt failed and another one follows. */
  RETRYING,
  SUCCEEDED,
  FAILED,
  /** It will not run, because a step that it needs failed or the run was stopped. */
  SKIPPED,
  /** The run ended while an attempt was under way. */
  INTERRUPTED;

  /** In lower case, as people and JSON see it. */
  public String label() {
    return switch (this) {
      case PENDING -> "pending";
      case RUNNING -> "running";
      case RETRYING -> "retrying";
      case SUCCEEDED -> "succeeded";
      case FAILED -> "failed";
      case SKIPPED -> "skipped";
      case INTERRUPTED -> "interrupted";
    };
  }
}
