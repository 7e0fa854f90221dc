package dev.lockstep.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Where a materializer reads the files of one artifact. */
public interface ArtifactReader {
  /** The names of all files, in the order in which they were written. */
  List<String> files();

  /**
   * Opens a file.
   *
   * @throws IOException when there is none of that name or its content is not what was written
   */
  InputStream file(String name) throws IOException;

  /**
   * A folder for files that the value read refers to; it lives as long as the attempt that reads.
   *
   * @throws IOException when it cannot be created
   */
  Path folder() throws IOException;
}
