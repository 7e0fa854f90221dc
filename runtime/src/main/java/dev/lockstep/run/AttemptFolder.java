package dev.lockstep.run;

import dev.lockstep.home.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The temporary files of one attempt: owner-only, made when first asked for, gone at its end. */
final class AttemptFolder implements AutoCloseable {
  private final @Nullable Path given;
  private @Nullable Path root;
  private int children;

  /** A folder of its own. */
  AttemptFolder() {
    this.given = null;
  }

  /** A folder that somebody else made and will delete. */
  AttemptFolder(Path given) {
    this.given = given;
  }

  /** The attempt's own folder. */
  synchronized Path work() throws IOException {
    Path work = root().resolve("work");
    return Files.isDirectory(work) ? work : Files.createDirectory(work);
  }

  /** A new, empty folder beside it. */
  synchronized Path create() throws IOException {
    children++;
    return Files.createDirectory(root().resolve("input-" + children));
  }

  @Override
  public synchronized void close() {
    if (root != null && given == null) {
      try {
        FileTrees.delete(root);
      } catch (IOException e) {
        // What is left lies in the system's folder for temporary files, readable by its owner only.
        root = null;
      }
    }
  }

  private Path root() throws IOException {
    if (root == null) {
      // Owner-only, as its documentation says.
      root = given == null ? Files.createTempDirectory("lockstep-") : given;
    }
    return root;
  }

  /** {@link #work} for callers that cannot handle a full disk. */
  Path workUnchecked() {
    try {
      return work();
    } catch (IOException e) {
      throw new UncheckedIOException("The attempt's temporary folder cannot be created.", e);
    }
  }
}
