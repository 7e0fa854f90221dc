package dev.lockstep.artifact.local;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.home.FileTrees;
import dev.lockstep.home.HomeException;
import dev.lockstep.home.OwnerOnly;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Artifacts as owner-only files below a folder. */
public final class LocalArtifactStore implements ArtifactStore {
  private final Path root;
  private final AtomicLong parts = new AtomicLong();

  /** Creates a store below a folder, which is made when the first file is. */
  public LocalArtifactStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public OutputStream create(String path) throws IOException {
    Path target = resolve(path);
    Path folder = Objects.requireNonNull(target.getParent(), "every file lies below the root");
    // Another process may write to the same folder: its number keeps the parts apart.
    Path part =
        folder.resolve(
            "." + ProcessHandle.current().pid() + "-" + parts.incrementAndGet() + ".part");
    try {
      OwnerOnly.createFolders(folder);
      Files.deleteIfExists(part);
      OwnerOnly.createFile(part);
      return new PartStream(part, target);
    } catch (IOException e) {
      throw failure("write", target, e);
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Files.newInputStream(resolve(path));
  }

  @Override
  public void delete(String path) throws IOException {
    Path target = resolve(path);
    if (!Files.exists(target)) {
      return;
    }
    FileTrees.delete(target);
  }

  @Override
  public String location(String path) {
    return root.resolve(path).toString();
  }

  private Path resolve(String path) throws IOException {
    Path resolved = root.resolve(path).normalize();
    if (!resolved.startsWith(root) || resolved.equals(root)) {
      throw new IOException("The path '" + path + "' leads out of the artifact store.");
    }
    return resolved;
  }

  /**
   * The message of a {@link HomeException} says how to mend it; artifacts fail with IOException.
   */
  private static IOException failure(String failed, Path path, IOException e) {
    return new IOException(HomeException.cannot(failed, path, e).getMessage(), e);
  }

  /** Becomes the file when it is closed. */
  private static final class PartStream extends FilterOutputStream {
    private final Path part;
    private final Path target;
    private boolean closed;
    private boolean incomplete;

    PartStream(Path part, Path target) throws IOException {
      // Not a channel: an interrupt of the step must not close it half-way.
      super(new BufferedOutputStream(new FileOutputStream(part.toFile()), 1 << 16));
      this.part = part;
      this.target = target;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        incomplete = true;
        throw failure("write", target, e);
      }
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      try {
        out.close();
        if (incomplete) {
          // Whoever swallowed that failure must not get half a file.
          throw new IOException("a write to it failed before");
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        Files.deleteIfExists(part);
        throw failure("write", target, e);
      }
    }
  }
}
