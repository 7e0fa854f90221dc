package dev.lockstep.artifact;

import java.io.IOException;
import java.io.OutputStream;

/** Where a materializer writes the files of one artifact. */
public interface ArtifactWriter {
  /**
   * Starts a file; it is part of the artifact once the stream is closed.
   *
   * @param name a relative path with {@code /} between its parts, without {@code ..}
   * @throws IOException when the file cannot be created or the name was used before
   */
  OutputStream file(String name) throws IOException;
}
