package dev.lockstep.artifact;

import java.io.IOException;
import java.lang.reflect.Type;

/**
 * Writes and reads one type of artifact. Implementations keep no state: one instance may be used by
 * several steps at once.
 *
 * <p>An artifact is one or more files. Most materializers write one:
 *
 * <pre>{@code
 * public final class ModelMaterializer implements Materializer<Model> {
 *   public void write(Model value, Type type, ArtifactWriter writer) throws IOException {
 *     try (OutputStream out = writer.file("model.bin")) { value.save(out); }
 *   }
 *   public Model read(Type type, ArtifactReader reader) throws IOException {
 *     try (InputStream in = reader.file("model.bin")) { return Model.load(in); }
 *   }
 * }
 * }</pre>
 *
 * @param <T> what it writes and reads
 */
public interface Materializer<T> {
  /**
   * Writes a value.
   *
   * @param type the value's static type, with its type arguments
   */
  void write(T value, Type type, ArtifactWriter writer) throws IOException;

  /**
   * Reads a value that {@link #write} wrote.
   *
   * @param type the static type of the parameter that takes the value
   */
  T read(Type type, ArtifactReader reader) throws IOException;

  /**
   * Whether it wants to be used for values of a type without being named at the step, when
   * ServiceLoader finds it. Default: no.
   */
  default boolean handles(Type type) {
    return false;
  }

  /**
   * Whether small artifacts may travel in the run's record instead of the artifact store. Default:
   * yes; no for files that people open by themselves.
   */
  default boolean inline() {
    return true;
  }
}
