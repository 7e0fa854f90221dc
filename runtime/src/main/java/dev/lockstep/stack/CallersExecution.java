package dev.lockstep.stack;

import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.orchestrator.RunExecution;
import dev.lockstep.orchestrator.StepAssignment;
import dev.lockstep.orchestrator.StepResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run in the hands of an orchestrator of classes of its own: what it calls back is the caller's
 * code, steps first of all, on whatever thread.
 *
 * @param callers the context class loader of the thread that started the run
 */
record CallersExecution(RunExecution delegate, @Nullable ClassLoader callers, ContextLoader classes)
    implements RunExecution {
  @Override
  public String run() {
    return delegate.run();
  }

  @Override
  public PipelineDescriptor pipeline() {
    return delegate.pipeline();
  }

  @Override
  public Map<String, String> parameters() {
    return delegate.parameters();
  }

  @Override
  public void record(List<RunEvent> events) {
    ClassLoader before = ContextLoader.swap(callers);
    try {
      delegate.record(events);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public StepResult executeInProcess(StepAssignment assignment) {
    ClassLoader before = ContextLoader.swap(callers);
    try {
      return delegate.executeInProcess(assignment);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public StepResult executeInChildProcess(StepAssignment assignment) {
    ClassLoader before = ContextLoader.swap(callers);
    try {
      return delegate.executeInChildProcess(assignment);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public void onCancel(Runnable action) {
    delegate.onCancel(
        () -> {
          ClassLoader before = classes.enter();
          try {
            action.run();
          } finally {
            classes.leave(before);
          }
        });
  }
}
