package dev.lockstep.home;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A small file that several threads and processes read and replace. Whoever reads gets the content
 * before or after an update, never a mixture; updates follow each other and none is lost; a process
 * that is killed, or a machine that loses power, leaves the old content or the new.
 *
 * <p>An update writes a new file beside the old one, brings it to the disk, and renames it over the
 * old one. What a killed update left behind is removed by the next. The file is readable by its
 * owner only.
 *
 * <pre>{@code
 * GuardedFile file = new GuardedFile(path);
 * int count = file.update(old -> Change.replace(next(old), 1));
 * }</pre>
 */
public final class GuardedFile {
  private final Path path;

  /** Names the file; touches nothing. */
  public GuardedFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  /** Where the file is. */
  public Path path() {
    return path;
  }

  /**
   * What an update decided.
   *
   * @param <R> what the update returns
   */
  public static final class Change<R> {
    private final byte @Nullable [] content;
    private final R result;

    private Change(byte @Nullable [] content, R result) {
      this.content = content;
      this.result = result;
    }

    /** Leaves the file as it is. */
    public static <R> Change<R> keep(R result) {
      return new Change<>(null, result);
    }

    /** Replaces the whole file. */
    public static <R> Change<R> replace(byte[] content, R result) {
      return new Change<>(content, result);
    }
  }

  /** The content, or empty when there is no such file. Waits for nobody. */
  public Optional<byte[]> read() {
    try {
      return Optional.of(Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      confirmMissing(path);
      return Optional.empty();
    } catch (IOException e) {
      throw HomeException.cannot("read", path, e);
    }
  }

  /**
   * Tells a file that is not there from one to which nobody can get, such as one on a disk that is
   * not mounted, to which a link leads.
   *
   * @throws HomeException when a link on the way to it leads nowhere, or a file is in the way,
   *     which newer JDKs do not tell from nothing
   */
  public static void confirmMissing(Path file) {
    for (Path at = file; at != null; at = at.getParent()) {
      if (Files.isSymbolicLink(at) && !Files.exists(at)) {
        throw new HomeException(
            "Cannot read "
                + file
                + ": the link "
                + at
                + " leads nowhere. Fix: mount the disk or restore the file that it leads to, or"
                + " delete the link; nothing was changed.");
      }
      if (at != file && Files.exists(at)) {
        if (!Files.isDirectory(at)) {
          throw new HomeException(
              "Cannot read "
                  + file
                  + ": "
                  + at
                  + " is no folder. Fix: move that file away, or name another place; nothing was"
                  + " changed.");
        }
        return;
      }
    }
  }

  /**
   * Replaces the content by what the function makes of it, while no other thread or process updates
   * the same file. When the function throws, nothing is changed.
   *
   * @throws HomeException when the file cannot be replaced; it is as it was
   */
  public <R> R update(Function<Optional<byte[]>, Change<R>> change) {
    Path target = target();
    try {
      OwnerOnly.createFolders(folder(target));
    } catch (IOException e) {
      throw HomeException.cannot("create the folder", folder(target), e);
    }
    // An interrupt must not cut the work between writing and renaming; it is kept for later.
    boolean interrupted = Thread.interrupted();
    try {
      return FileLocks.locked(
          target,
          () -> {
            Change<R> decided = change.apply(new GuardedFile(target).read());
            byte[] content = decided.content;
            if (content != null) {
              replace(target, content);
            }
            return decided.result;
          });
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The file that a link stands for, so that the link survives. */
  private Path target() {
    if (!Files.isSymbolicLink(path)) {
      return path;
    }
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw HomeException.cannot("follow the link", path, e);
    }
  }

  private static void replace(Path target, byte[] content) {
    Path fresh = folder(target).resolve("." + target.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      OwnerOnly.createFile(fresh);
      // A stream rather than a channel: an interrupt does not close it.
      try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
        out.write(content);
        out.getFD().sync();
      }
      move(fresh, target);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(fresh);
      } catch (IOException leftBehind) {
        e.addSuppressed(leftBehind);
      }
      throw HomeException.cannot("write", target, e);
    }
    syncFolder(folder(target));
  }

  private static void move(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("this disk cannot rename a file in one step", e);
    }
  }

  /** Brings the renaming to the disk. */
  private static void syncFolder(Path folder) {
    boolean interrupted = false;
    try {
      while (true) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
          channel.force(true);
          return;
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        } catch (IOException e) {
          // Windows cannot open folders, some network disks cannot sync them; there the file
          // system alone decides when a renaming is durable. The content itself was synced.
          return;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Path folder(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      throw new HomeException(file + " is not a file.");
    }
    return folder;
  }
}
