package dev.lockstep.run;

import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunJournal;
import dev.lockstep.orchestrator.RunExecution;
import dev.lockstep.orchestrator.StepAssignment;
import dev.lockstep.orchestrator.StepResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One run under way: its record, those who watch it, and the means to execute its steps. */
final class RunSession implements RunExecution {
  private final String id;
  private final CompiledPipeline pipeline;
  private final Map<String, String> parameters;
  private final RunJournal journal;
  private final List<RunListener> listeners;
  private final Cancellation cancellation;
  private final List<RunEvent> events = new ArrayList<>();
  private final Executors executors;

  /** The two ways to execute an attempt, which need the session for what steps log. */
  record Executors(InProcessStep inProcess, ChildProcessStep childProcess) {}

  /** Makes the executors of a session. */
  interface ExecutorsFactory {
    Executors create(InProcessStep.LogSink logs);
  }

  RunSession(
      String id,
      CompiledPipeline pipeline,
      Map<String, String> parameters,
      RunJournal journal,
      List<RunListener> listeners,
      Cancellation cancellation,
      ExecutorsFactory executors) {
    this.id = id;
    this.pipeline = pipeline;
    this.parameters = parameters;
    this.journal = journal;
    this.listeners = listeners;
    this.cancellation = cancellation;
    this.executors = executors.create(this::log);
  }

  @Override
  public String run() {
    return id;
  }

  @Override
  public PipelineDescriptor pipeline() {
    return pipeline.descriptor();
  }

  @Override
  public Map<String, String> parameters() {
    return parameters;
  }

  @Override
  public synchronized void record(List<RunEvent> recorded) {
    journal.append(recorded);
    for (RunEvent event : recorded) {
      if (!(event instanceof RunEvent.StepLogged)) {
        events.add(event); // What steps log has no bound and tells nothing of how they ended.
      }
      for (RunListener listener : listeners) {
        listener.on(event);
      }
    }
  }

  @Override
  public StepResult executeInProcess(StepAssignment assignment) {
    return executors.inProcess().execute(assignment);
  }

  @Override
  public StepResult executeInChildProcess(StepAssignment assignment) {
    return executors.childProcess().execute(assignment);
  }

  @Override
  public void onCancel(Runnable action) {
    cancellation.onRequest(action);
  }

  /** Everything that was recorded up to now, but for what steps logged. */
  synchronized List<RunEvent> events() {
    return List.copyOf(events);
  }

  private void log(String step, int attempt, String level, String message) {
    record(List.of(new RunEvent.StepLogged(Instant.now(), step, attempt, level, message)));
  }
}
