package dev.lockstep.run;

import java.util.ArrayList;
import java.util.List;

/**
 * A wish to stop a run: steps under way are interrupted, no other one starts, and the run is
 * recorded as interrupted. May come before the run has begun.
 */
public final class Cancellation {
  private final List<Runnable> actions = new ArrayList<>();
  private boolean requested;

  /** Nobody wishes it yet. */
  public Cancellation() {}

  /** Stops the run; further calls do nothing. */
  public void request() {
    List<Runnable> heard;
    synchronized (this) {
      requested = true;
      heard = List.copyOf(actions);
      actions.clear();
    }
    heard.forEach(Runnable::run);
  }

  void onRequest(Runnable action) {
    synchronized (this) {
      if (!requested) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }
}
