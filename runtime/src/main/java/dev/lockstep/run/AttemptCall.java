package dev.lockstep.run;

import dev.lockstep.artifact.Artifact;
import dev.lockstep.artifact.ArtifactRecorder;
import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.artifact.ArtifactWriter;
import dev.lockstep.artifact.Materializer;
import dev.lockstep.artifact.Materializers;
import dev.lockstep.artifact.StoredArtifactReader;
import dev.lockstep.orchestrator.StepAssignment;
import dev.lockstep.redact.LeakException;
import dev.lockstep.redact.LeakGuard;
import dev.lockstep.secret.Schema;
import dev.lockstep.secret.Secret;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives a step's method its arguments and stores what it returns. */
final class AttemptCall implements StepCall {
  private static final String RETURNED_NULL =
      "It returned null. Fix: return a value, or declare the method void.";

  private final String pipeline;
  private final StepAssignment assignment;
  private final Map<String, Secret> secrets;
  private final Supplier<ArtifactStore> store;
  private final Materializers materializers;
  private final AttemptFolder folder;
  private final StepContext context;
  private final LeakGuard guard;
  private final List<Artifact> outputs = new ArrayList<>();

  AttemptCall(
      String pipeline,
      StepAssignment assignment,
      Map<String, Secret> secrets,
      Supplier<ArtifactStore> store,
      Materializers materializers,
      AttemptFolder folder,
      StepContext context,
      LeakGuard guard) {
    this.pipeline = pipeline;
    this.assignment = assignment;
    this.secrets = secrets;
    this.store = store;
    this.materializers = materializers;
    this.folder = folder;
    this.context = context;
    this.guard = guard;
  }

  @Override
  public StepContext context() {
    return context;
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <T> T input(String output, Type type) {
    return input(output, type, materializers.forType(boxed(type)));
  }

  @Override
  public <T> T input(String output, Type type, Materializer<T> materializer) {
    Artifact artifact = assignment.inputs().get(output);
    if (artifact == null) {
      throw new StepException("The output '" + output + "' was not handed to this step.", null);
    }
    try {
      return materializer.read(
          boxed(type), new StoredArtifactReader(artifact, store.get(), folder::create));
    } catch (IOException e) {
      throw new StepException("The output '" + output + "' cannot be read: " + reason(e), e);
    }
  }

  @Override
  public <T> T parameter(String name, Class<T> type) {
    String text = assignment.parameters().get(name);
    if (text == null) {
      throw new StepException("The parameter '" + name + "' was not handed to this step.", null);
    }
    return ParameterTypes.convert(type, text);
  }

  @Override
  public <T> T secret(String name, Schema<T> schema) {
    return schema.read(secret(name));
  }

  @Override
  public Secret secret(String name) {
    Secret secret = secrets.get(name);
    if (secret == null) {
      throw new StepException("The secret '" + name + "' was not handed to this step.", null);
    }
    return secret;
  }

  @Override
  public <T> Optional<T> optionalSecret(String name, Schema<T> schema) {
    return optionalSecret(name).map(schema::read);
  }

  @Override
  public Optional<Secret> optionalSecret(String name) {
    return Optional.ofNullable(secrets.get(name));
  }

  @Override
  public <T> T returned(@Nullable T value) {
    if (value == null) {
      throw new StepException(RETURNED_NULL, null);
    }
    return value;
  }

  @Override
  public <T> void output(String name, T value, Type type) {
    output(name, value, type, materializers.forType(boxed(type)));
  }

  @Override
  public <T> void output(String name, @Nullable T value, Type type, Materializer<T> materializer) {
    if (value == null) {
      int dot = name.indexOf('.');
      throw new StepException(
          dot < 0
              ? RETURNED_NULL
              : "The component '"
                  + name.substring(dot + 1)
                  + "' of what it returned is null, and each component is stored on its own. Fix:"
                  + " give it a value, or take the record whole in the steps that use it.",
          null);
    }
    // Attempts never share a file, so that one that was given up cannot spoil a later one's.
    String path =
        pipeline
            + "/"
            + assignment.run()
            + "/"
            + name
            + (assignment.attempt() == 1 ? "" : "/attempt-" + assignment.attempt());
    try {
      ArtifactRecorder recorder = new ArtifactRecorder(store.get(), path, materializer.inline());
      materializer.write(value, boxed(type), guarded(recorder));
      outputs.add(recorder.artifact(name));
    } catch (LeakException e) {
      discard(path, e);
      throw new StepException(
          "Its output '"
              + name
              + "' is not stored: "
              + e.getMessage()
              + ". Whoever may read the run could read the secret. Fix: return what the step did with"
              + " it, and let the step that needs it take the secret itself.",
          null);
    } catch (IOException e) {
      discard(path, e);
      throw new StepException("Its output '" + name + "' cannot be stored: " + reason(e), e);
    }
  }

  /** What was written before the failure, which may be the beginning of a secret's value. */
  private void discard(String path, IOException failure) {
    try {
      store.get().delete(path);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private ArtifactWriter guarded(ArtifactWriter writer) {
    return file -> {
      guard.check(file);
      return guard.guard(writer.file(file));
    };
  }

  /** What was stored. */
  List<Artifact> outputs() {
    return outputs;
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null || e.getClass() != IOException.class ? e.toString() : message;
  }

  private static Type boxed(Type type) {
    if (!(type instanceof Class<?> raw) || !raw.isPrimitive()) {
      return type;
    }
    return java.lang.invoke.MethodType.methodType(raw).wrap().returnType();
  }
}
