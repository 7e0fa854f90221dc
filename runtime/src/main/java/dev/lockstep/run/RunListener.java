package dev.lockstep.run;

import dev.lockstep.metadata.RunEvent;

/** Sees the events of a run as they are recorded, one thread at a time. */
@FunctionalInterface
public interface RunListener {
  /** An event was recorded. Must not block for long: the run waits. */
  void on(RunEvent event);
}
