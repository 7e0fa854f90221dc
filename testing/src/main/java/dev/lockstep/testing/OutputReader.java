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
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
    Artifact artifact = find(run, output);
    if (artifact == null) {
      if (type instanceof Class<?> raw && isStoredByComponent(run, output, raw)) {
        return assemble(pipeline, run, output, raw);
      }
      throw missing(run, output);
    }
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

  private static @Nullable Artifact find(RunRecord run, String output) {
    return all(run).filter(any -> any.output().equals(output)).findFirst().orElse(null);
  }

  private static Stream<Artifact> all(RunRecord run) {
    return run.steps().values().stream()
        .filter(step -> step.status() == StepStatus.SUCCEEDED)
        .flatMap(step -> step.outputs().stream());
  }

  private static RuntimeException missing(RunRecord run, String output) {
    RunRecord.StepRecord step = run.steps().get(OutputDescriptor.step(output));
    String start = "Run " + run.id() + " has no output '" + output + "', ";
    if (step != null && step.status() != StepStatus.SUCCEEDED) {
      Failure failure = step.failure();
      return new IllegalStateException(
          start
              + "because the step '"
              + step.name()
              + "' is "
              + step.status().label()
              + (failure == null ? "." : ": " + failure.type() + ": " + failure.message()));
    }
    return new IllegalArgumentException(
        start + "only " + all(run).map(Artifact::output).toList() + ".");
  }

  // ---- records whose components other steps take: each is an artifact, and the whole is none

  private static boolean isStoredByComponent(RunRecord run, String output, Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length > 0
        && Stream.of(type.getRecordComponents())
            .allMatch(component -> find(run, output + "." + component.getName()) != null);
  }

  private Object assemble(
      PipelineDescriptor pipeline, RunRecord run, String output, Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      String name = output + "." + components[i].getName();
      values[i] = read(pipeline, run, name, components[i].getGenericType());
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "The record " + type.getName() + " cannot be made of output '" + output + "'.", e);
    }
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
