package dev.lockstep.stack;

import dev.lockstep.metadata.RunStatus;
import dev.lockstep.orchestrator.Orchestrator;
import dev.lockstep.orchestrator.RunExecution;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An orchestrator of classes of its own. The steps that it executes are not: they have what the
 * caller had.
 */
final class LoadedOrchestrator implements Orchestrator {
  private final Orchestrator delegate;
  private final ContextLoader classes;
  private final AtomicBoolean closed = new AtomicBoolean();

  LoadedOrchestrator(Orchestrator delegate, ContextLoader classes) {
    this.delegate = delegate;
    this.classes = classes;
  }

  @Override
  public RunStatus execute(RunExecution run) {
    ClassLoader before = classes.enter();
    try {
      return delegate.execute(new CallersExecution(run, before, classes));
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    ClassLoader before = classes.enter();
    try {
      delegate.close();
    } finally {
      classes.leave(before);
      classes.release();
    }
  }
}
