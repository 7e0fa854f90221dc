package dev.lockstep.run;

import dev.lockstep.descriptor.StepDescriptor;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.metadata.Failure;
import dev.lockstep.orchestrator.StepAssignment;
import dev.lockstep.orchestrator.StepResult;
import dev.lockstep.redact.RedactingOutputStream;
import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.Secret;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.Passphrases;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Executes attempts in JVMs of their own. The worker is the generated runner, started with {@link
 * Worker#OPTION}; it gets its assignment on standard input, reads the secrets that the step takes
 * as parameters by itself, and answers in a file. Secrets that the step receives as environment
 * must be there before a JVM starts, so they are read here, right before it does.
 */
final class ChildProcessStep {
  /** How long a worker that was asked to end may take before it is killed. */
  private static final long GRACE_SECONDS = 3;

  private final CompiledPipeline pipeline;
  private final RunOptions options;
  private final OpenStack stack;
  private final SecretSource secrets;
  private final Redactor redactor;
  private final InProcessStep.LogSink logs;

  ChildProcessStep(
      CompiledPipeline pipeline,
      RunOptions options,
      OpenStack stack,
      SecretSource secrets,
      Redactor redactor,
      InProcessStep.LogSink logs) {
    this.pipeline = pipeline;
    this.options = options;
    this.stack = stack;
    this.secrets = secrets;
    this.redactor = redactor;
    this.logs = logs;
  }

  StepResult execute(StepAssignment assignment) {
    Map<String, String> versions = Map.of();
    try (AttemptFolder folder = new AttemptFolder()) {
      StepDescriptor step = pipeline.descriptor().step(assignment.step()).orElseThrow();
      SecretSource.unlock(stack, step);
      Map<String, Secret> delivered = secrets.fetch(step, step.environment());
      versions = SecretSource.versions(delivered.values());
      StepEnvironment environment = StepEnvironment.of(pipeline.descriptor(), step, delivered);
      Path answer = folder.create().resolve("answer.jsonl");
      Process process =
          start(
              assignment,
              environment,
              secrets.variablesOfOthers(step),
              secrets.pinned(step),
              folder.create(),
              answer);
      int exit = await(process);
      return answer(answer, exit, assignment, versions);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new StepResult.Failed(
          versions, new Failure("interrupted", "Its process was stopped.", ""));
    } catch (Exception e) {
      return new StepResult.Failed(versions, Failures.of(e, pipeline.runner(), redactor));
    }
  }

  private Process start(
      StepAssignment assignment,
      StepEnvironment environment,
      List<String> hidden,
      @Nullable List<Object> pinned,
      Path folder,
      Path answer)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(WorkerCommand.of(pipeline.runner()));
    builder.environment().keySet().removeAll(hidden);
    builder.environment().putAll(environment);
    // It gets the keys that were derived from it, on a pipe that no child of its own inherits.
    builder.environment().remove(Passphrases.VARIABLE);
    builder.environment().remove(Passphrases.NEW_VARIABLE);
    builder.environment().put("LOCKSTEP_HOME", options.home().root().toString());
    Process process = builder.start();
    Map<String, @Nullable Object> message = new LinkedHashMap<>(assignment.toMap());
    message.put("stack", stack.name());
    message.put("variables", List.copyOf(environment.keySet()));
    message.put("pinned", pinned);
    message.put("keys", SecretPipe.texts(options.passphrases().keys()));
    message.put("folder", folder.toString());
    message.put("answer", answer.toString());
    // Stays open: its end, also by the death of this process, tells the worker to end.
    OutputStream in = process.getOutputStream();
    in.write((Json.write(message) + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
    return process;
  }

  /** Passes the worker's output on, and ends it when this thread is interrupted. */
  private int await(Process process) throws InterruptedException {
    Thread out = pump(process.getInputStream(), System.out);
    Thread err = pump(process.getErrorStream(), System.err);
    try {
      int exit = process.waitFor();
      out.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
      err.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
      return exit;
    } catch (InterruptedException e) {
      kill(process);
      throw e;
    }
  }

  private Thread pump(InputStream in, PrintStream target) {
    Thread thread =
        new Thread(
            () -> {
              // The target may be shared and may or may not mask: this output does in any case.
              RedactingOutputStream masked = new RedactingOutputStream(redactor, target);
              try (in) {
                in.transferTo(masked);
                masked.finish();
              } catch (IOException e) {
                // The worker was killed, or our own output is closed: there is nothing to pass on.
                target.flush();
              }
            },
            "lockstep-worker-output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void kill(Process process) {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private StepResult answer(
      Path answer, int exit, StepAssignment assignment, Map<String, String> versions)
      throws IOException {
    if (Files.exists(answer)) {
      for (String line : Files.readAllLines(answer)) {
        JsonObject json;
        try {
          json = Json.readObject(line);
        } catch (JsonFormatException e) {
          continue; // The worker was killed while it wrote; what follows tells how it ended.
        }
        if (json.stringOrNull("level") != null) {
          logs.log(
              assignment.step(),
              assignment.attempt(),
              json.string("level"),
              redactor.redact(json.string("message")));
        } else {
          return Worker.result(json, versions);
        }
      }
    }
    return new StepResult.Failed(
        versions,
        new Failure(
            "process",
            "Its process ended with exit code "
                + exit
                + " without an answer. Its output tells why: it may have been killed, run out of"
                + " memory, or called System.exit.",
            ""));
  }
}
