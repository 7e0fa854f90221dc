package dev.lockstep.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The stack component that stores the files of artifacts. Paths are relative, with {@code /}
 * between their parts, and begin with the pipeline and the run. All methods may be called from
 * several threads at once.
 */
public interface ArtifactStore extends AutoCloseable {
  /**
   * Starts a file. It exists, whole, once the stream is closed, and not before; a process that dies
   * leaves nothing that {@link #open} finds.
   *
   * @throws IOException when it cannot be written
   */
  OutputStream create(String path) throws IOException;

  /**
   * Opens a file.
   *
   * @throws java.nio.file.NoSuchFileException when there is none at that path
   */
  InputStream open(String path) throws IOException;

  /** Deletes every file whose path is the given one or lies below it; none is no error. */
  void delete(String path) throws IOException;

  /** Where a person finds a file: a path on this machine, or a URI. */
  String location(String path);

  @Override
  default void close() {}
}
