package dev.lockstep.run;

import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.descriptor.StepDescriptor;
import dev.lockstep.metadata.DriverProcess;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunJournal;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.metadata.ThisHost;
import dev.lockstep.redact.Redactor;
import dev.lockstep.run.console.RunnerMain;
import dev.lockstep.secret.Secret;
import dev.lockstep.stack.OpenStack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs pipelines. */
public final class Lockstep {
  private final CompiledPipeline pipeline;
  private final RunOptions options;
  private final OpenStack stack;
  private final Redactor redactor;

  private Lockstep(CompiledPipeline pipeline, RunOptions options, OpenStack stack) {
    this.pipeline = pipeline;
    this.options = options;
    this.stack = stack;
    this.redactor = options.redactor();
  }

  /** Runs a pipeline as the program that its generated runner is, and ends the process. */
  public static void main(CompiledPipeline pipeline, String... args) {
    RunnerMain.main(pipeline, args);
  }

  /**
   * Runs a pipeline and waits for its end. A failed step is not an exception: the returned run
   * tells it.
   *
   * <p>What steps log and throw is masked. What they print to {@code System.out} is the caller's
   * own output and is left alone: a program that embeds pipelines masks it with the options'
   * redactor, as {@link #main} does.
   *
   * @throws UsageException when a parameter is unknown, missing or unreadable
   * @throws dev.lockstep.stack.StackException when the stack is missing or misconfigured
   * @throws PreflightException when the stack lacks something that the run needs
   * @throws dev.lockstep.secret.SecretsManagerException when the secrets manager cannot be asked
   *     before the first step
   * @throws dev.lockstep.metadata.MetadataException when the run cannot be recorded
   */
  public static RunRecord run(CompiledPipeline pipeline, RunOptions options) {
    Map<String, String> parameters =
        Parameters.resolve(pipeline.descriptor(), options.parameters());
    try (OpenStack stack = Stacks.open(options)) {
      return new Lockstep(pipeline, options, stack).run(parameters);
    }
  }

  private RunRecord run(Map<String, String> parameters) {
    PipelineDescriptor descriptor = pipeline.descriptor();
    PreflightReport preflight = Preflight.check(descriptor, stack, options.preflight());
    if (!preflight.problems().isEmpty()) {
      throw new PreflightException(descriptor.name(), stack.name(), preflight);
    }
    SecretSource.mask(descriptor, preflight.secrets().values(), redactor);
    for (StepDescriptor step : descriptor.steps()) {
      SecretSource.unlock(stack, step);
    }
    stack.artifactStore();
    stack.orchestrator();
    Map<String, Secret> pinned = pinned(descriptor, preflight);
    Instant now = Instant.now();
    String id = RunId.next(now);
    String host = ThisHost.name();
    try (RunJournal journal = stack.metadataStore().create(id)) {
      RunSession session = session(id, parameters, journal, pinned);
      List<RunEvent> first = new ArrayList<>();
      first.add(
          new RunEvent.RunStarted(
              now,
              id,
              descriptor.name(),
              descriptor.className(),
              stack.name(),
              DriverProcess.current(host),
              recordable(parameters),
              descriptor.steps().stream().map(step -> step.name()).toList()));
      first.add(
          new RunEvent.PreflightPassed(
              Instant.now(), SecretSource.versions(preflight.secrets().values())));
      session.record(first);
      RunStatus status = stack.orchestrator().execute(session);
      session.record(List.of(new RunEvent.RunFinished(Instant.now(), status)));
      RunRecord record = RunRecord.of(session.events(), host);
      if (record == null) {
        throw new IllegalStateException("The run has no first event.");
      }
      return record;
    }
  }

  /** Someone may have given a secret as a parameter; the record must not have it. */
  private Map<String, String> recordable(Map<String, String> parameters) {
    Map<String, String> masked = new LinkedHashMap<>();
    parameters.forEach((name, value) -> masked.put(name, redactor.redact(value)));
    return masked;
  }

  private RunSession session(
      String id,
      Map<String, String> parameters,
      RunJournal journal,
      @Nullable Map<String, Secret> pinned) {
    SecretSource secrets = new SecretSource(pipeline.descriptor(), stack, redactor, pinned);
    return new RunSession(
        id,
        pipeline,
        parameters,
        journal,
        options.listeners(),
        options.cancellation(),
        logs ->
            new RunSession.Executors(
                new InProcessStep(
                    pipeline, stack, secrets, redactor, options.environment(), null, logs),
                new ChildProcessStep(pipeline, options, stack, secrets, redactor, logs)));
  }

  private @Nullable Map<String, Secret> pinned(
      PipelineDescriptor descriptor, PreflightReport preflight) {
    if (!descriptor.rotation().equals("PINNED")) {
      return null;
    }
    // Without the check there is nothing to pin to: read now.
    return options.preflight() == PreflightLevel.NONE
        ? Preflight.check(descriptor, stack, PreflightLevel.EXISTS).secrets()
        : preflight.secrets();
  }
}
