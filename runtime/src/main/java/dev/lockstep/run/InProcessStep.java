package dev.lockstep.run;

import dev.lockstep.artifact.Materializers;
import dev.lockstep.descriptor.OutputDescriptor;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.descriptor.StepDescriptor;
import dev.lockstep.orchestrator.StepAssignment;
import dev.lockstep.orchestrator.StepResult;
import dev.lockstep.redact.LeakGuard;
import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.OpenStack;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executes attempts in this process: fetches the step's secrets, calls its method, stores. */
final class InProcessStep {
  /** Takes what a step's logger says, redacted. */
  interface LogSink {
    void log(String step, int attempt, String level, String message);
  }

  private final CompiledPipeline pipeline;
  private final OpenStack stack;
  private final SecretSource secrets;
  private final Redactor redactor;
  private final Map<String, String> environment;
  private final @Nullable StepEnvironment delivered;
  private final Materializers materializers;
  private final LogSink logs;

  /**
   * Creates an executor.
   *
   * @param environment this process's environment
   * @param delivered the part of it that is the step's secrets, when whoever started this process
   *     read them; null when they are read here
   */
  InProcessStep(
      CompiledPipeline pipeline,
      OpenStack stack,
      SecretSource secrets,
      Redactor redactor,
      Map<String, String> environment,
      @Nullable StepEnvironment delivered,
      LogSink logs) {
    this.pipeline = pipeline;
    this.stack = stack;
    this.secrets = secrets;
    this.redactor = redactor;
    this.environment = environment;
    this.delivered = delivered;
    this.materializers = new Materializers(pipeline.runner().getClassLoader());
    this.logs = logs;
  }

  /** Executes an attempt on the calling thread; whatever happens is in the result. */
  StepResult execute(StepAssignment assignment) {
    return execute(assignment, new AttemptFolder());
  }

  /** The same, with the attempt's own files in a given folder. */
  StepResult execute(StepAssignment assignment, AttemptFolder attemptFolder) {
    PipelineDescriptor descriptor = pipeline.descriptor();
    Map<String, String> versions = Map.of();
    try (AttemptFolder folder = attemptFolder) {
      StepDescriptor step = descriptor.step(assignment.step()).orElseThrow();
      Map<String, Secret> fetched =
          secrets.fetch(step, delivered == null ? step.secrets() : step.parameterSecrets());
      versions = SecretSource.versions(fetched.values());
      AttemptContext context =
          new AttemptContext(
              descriptor.name(),
              assignment,
              delivered == null ? StepEnvironment.of(descriptor, step, fetched) : delivered,
              environment,
              folder,
              new StepLogger(
                  step.name(),
                  (level, message) ->
                      logs.log(
                          step.name(), assignment.attempt(), level, redactor.redact(message))));
      LeakGuard guard = secrets.guard(fetched.values());
      if (delivered != null) {
        delivered.forEach(
            (variable, value) -> guard.add("the variable " + variable, SecretValue.of(value)));
      }
      AttemptCall call =
          new AttemptCall(
              descriptor.name(),
              assignment,
              fetched,
              stack::artifactStore,
              materializers,
              folder,
              context,
              guard);
      pipeline.steps().call(step.name(), call);
      checkOutputs(step, call);
      return new StepResult.Succeeded(versions, call.outputs());
    } catch (Throwable e) {
      return new StepResult.Failed(versions, Failures.of(e, pipeline.runner(), redactor));
    }
  }

  private static void checkOutputs(StepDescriptor step, AttemptCall call) {
    if (call.outputs().size() != step.outputs().size()) {
      throw new StepException(
          "It stored "
              + call.outputs().size()
              + " outputs and its descriptor promises "
              + step.outputs().stream().map(OutputDescriptor::name).toList()
              + ". Compile the pipeline again.",
          null);
    }
  }
}
