package dev.lockstep.testing;

import dev.lockstep.artifact.Artifact;
import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.artifact.Materializer;
import dev.lockstep.artifact.Materializers;
import dev.lockstep.artifact.StoredArtifactReader;
import dev.lockstep.descriptor.OutputDescriptor;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.metadata.Failure;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.StepStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what steps returned, through the materializers that a step would get it from. */
final class OutputReader implements AutoCloseable {
  private final ArtifactStore store;
  private @Nullable Path files;

  OutputReader(ArtifactStore store) {
    this.store = store;
  }

  Object read(PipelineDescriptor pipeline, RunRecord run, String output, Type type) {
    Artifact artifact = artifact(run, output);
    Type boxed =
        type instanceof Class<?> raw && raw.isPrimitive()
            ? MethodType.methodType(raw).wrap().returnType()
            : type;
    try {
      return materializer(pipeline, output, boxed)
          .read(boxed, new StoredArtifactReader(artifact, store, this::folder));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The output '" + output + "' of run " + run.id() + " cannot be read.", e);
    }
  }

  private static Artifact artifact(RunRecord run, String output) {
    RunRecord.StepRecord step = run.steps().get(OutputDescriptor.step(output));
    if (step != null && step.status() != StepStatus.SUCCEEDED) {
      Failure failure = step.failure();
      throw new IllegalStateException(
          "Run "
              + run.id()
              + " has no output '"
              + output
              + "', because the step '"
              + step.name()
              + "' is "
              + step.status().label()
              + (failure == null ? "." : ": " + failure.type() + ": " + failure.message()));
    }
    for (RunRecord.StepRecord any : run.steps().values()) {
      for (Artifact artifact : any.outputs()) {
        if (artifact.output().equals(output)) {
          return artifact;
        }
      }
    }
    List<String> outputs =
        run.steps().values().stream()
            .flatMap(any -> any.outputs().stream())
            .map(Artifact::output)
            .toList();
    throw new IllegalArgumentException(
        "Run " + run.id() + " has no output '" + output + "', only " + outputs + ".");
  }

  private static Materializer<Object> materializer(
      PipelineDescriptor pipeline, String output, Type type) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? OutputReader.class.getClassLoader() : context;
    for (OutputDescriptor descriptor :
        pipeline.step(OutputDescriptor.step(output)).orElseThrow().outputs()) {
      if (descriptor.name().equals(output) && !descriptor.materializer().isEmpty()) {
        return custom(descriptor.materializer(), loader);
      }
    }
    return new Materializers(loader).forType(type);
  }

  /** The pipeline's own code creates it in its package; here it takes reflection. */
  @SuppressWarnings("unchecked") // The processor checked that it fits the output.
  private static Materializer<Object> custom(String className, ClassLoader loader) {
    try {
      Constructor<?> constructor = Class.forName(className, true, loader).getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Materializer<Object>) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The materializer " + className + " cannot be made.", e);
    }
  }

  /** A new folder for an output that is a path, kept until the stack is closed. */
  private synchronized Path folder() throws IOException {
    if (files == null) {
      files = Files.createTempDirectory("lockstep-test-outputs-");
    }
    return Files.createTempDirectory(files, "output-");
  }

  @Override
  public synchronized void close() {
    if (files == null) {
      return;
    }
    try (Stream<Path> tree = Files.walk(files)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + files + " cannot be deleted.", e);
    }
    files = null;
  }
}
