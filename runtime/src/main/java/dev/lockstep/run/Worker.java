package dev.lockstep.run;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonObject;
import dev.lockstep.metadata.EventFormat;
import dev.lockstep.metadata.Failure;
import dev.lockstep.orchestrator.StepAssignment;
import dev.lockstep.orchestrator.StepResult;
import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.Passphrases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A process that executes one attempt of one step: the other end of {@link ChildProcessStep}. */
public final class Worker {
  /** The runner's option that makes it a worker; not for people. */
  public static final String OPTION = "--worker";

  /** The exit code of a worker whose driver is gone; nobody reads it. */
  private static final int ORPHANED = 137;

  private Worker() {}

  /**
   * Reads an assignment from standard input, executes it and writes the answer.
   *
   * @return the process's exit code: 0 when an answer was written, whatever it says
   */
  public static int run(CompiledPipeline pipeline, RunOptions base) throws IOException {
    Redactor redactor = base.redactor();
    JsonObject message = Json.readObject(assignmentLine(System.in));
    endWithDriver(System.in);
    System.setIn(InputStream.nullInputStream());
    StepAssignment assignment = StepAssignment.of(message);
    Map<String, Secret> pinned =
        message.fields().get("pinned") == null ? null : SecretPipe.read(message.objects("pinned"));
    StepEnvironment delivered =
        StepEnvironment.delivered(message.strings("variables"), base.environment());
    redactor.add(delivered.values().stream().map(SecretValue::of).toList());
    RunOptions options =
        RunOptions.builder()
            .home(base.home())
            .environment(base.environment())
            .stack(message.string("stack"))
            .redactor(redactor)
            .passphrases(Passphrases.with(SecretPipe.values(message.object("keys"))))
            .build();
    try (OpenStack stack = Stacks.open(options);
        Answer answer = new Answer(Path.of(message.string("answer")))) {
      SecretSource secrets = new SecretSource(pipeline.descriptor(), stack, redactor, pinned);
      StepResult result =
          new InProcessStep(
                  pipeline,
                  stack,
                  secrets,
                  redactor,
                  options.environment(),
                  delivered,
                  (step, attempt, level, text) -> answer.log(level, text))
              .execute(assignment, new AttemptFolder(Path.of(message.string("folder"))));
      System.out.flush();
      System.err.flush();
      answer.result(result);
    }
    return 0;
  }

  private static String assignmentLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** A driver that was killed cannot stop its workers; the end of their input tells them. */
  private static void endWithDriver(InputStream in) {
    Thread watch =
        new Thread(
            () -> {
              try {
                in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // As good as its end.
              }
              ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
              Runtime.getRuntime().halt(ORPHANED);
            },
            "lockstep-driver-watch");
    watch.setDaemon(true);
    watch.start();
  }

  /** Reads the line that holds a result, adding the secrets that were read for the worker. */
  static StepResult result(JsonObject json, Map<String, String> delivered) {
    Map<String, String> secrets = new LinkedHashMap<>(delivered);
    JsonObject read = json.object("secrets");
    read.fields().keySet().forEach(name -> secrets.put(name, read.string(name)));
    if (json.string("result").equals("succeeded")) {
      return new StepResult.Succeeded(
          secrets, json.objects("outputs").stream().map(EventFormat::artifact).toList());
    }
    return new StepResult.Failed(
        secrets,
        new Failure(
            json.string("failure"), json.string("message", ""), json.string("details", "")));
  }

  /** The file into which the worker answers: a line per logged message, then the result. */
  private static final class Answer implements AutoCloseable {
    private final Writer out;

    Answer(Path file) throws IOException {
      out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW);
    }

    void log(String level, String message) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("level", level);
      line.put("message", message);
      write(line);
    }

    void result(StepResult result) {
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("result", result instanceof StepResult.Succeeded ? "succeeded" : "failed");
      line.put("secrets", result.secrets());
      if (result instanceof StepResult.Succeeded success) {
        List<Object> outputs = new ArrayList<>();
        success.outputs().forEach(output -> outputs.add(EventFormat.toMap(output)));
        line.put("outputs", outputs);
      } else if (result instanceof StepResult.Failed failed) {
        line.put("failure", failed.failure().type());
        line.put("message", failed.failure().message());
        line.put("details", failed.failure().details());
      }
      write(line);
    }

    private synchronized void write(Map<String, ?> line) {
      try {
        out.write(Json.write(line));
        out.write('\n');
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("The answer cannot be written.", e);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
