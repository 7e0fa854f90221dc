package dev.lockstep.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Keeps threads and processes from updating one file at the same time: an operating system's lock
 * on a file beside it, which a killed process gives up by itself. The lock file stays: removing it
 * would let two processes hold locks on two files of one name.
 */
final class FileLocks {
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final int LONGEST_PAUSE_MILLIS = 16;

  private FileLocks() {}

  static <R> R locked(Path file, Supplier<R> action) {
    Path lock = lockFile(file);
    // Locks of files belong to the process: within it they exclude nobody, and closing any channel
    // to the lock file, in any thread, would give the lock up. So threads queue up first, on an
    // object that is one in the whole JVM, even when the class is loaded twice: an interned string.
    Object monitor = ("dev.lockstep.lock:" + lock).intern();
    if (Thread.holdsLock(monitor)) {
      throw new IllegalStateException("An update of " + file + " within an update of it.");
    }
    synchronized (monitor) {
      // Closing the channel gives the lock up.
      try (FileChannel channel = open(lock)) {
        acquire(channel, lock, file);
        return action.get();
      } catch (IOException e) {
        throw HomeException.cannot("lock", lock, e);
      }
    }
  }

  /** One path for one file, however it was reached. */
  private static Path lockFile(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new HomeException(file + " is not a file.");
    }
    try {
      return folder.toRealPath().resolve("." + file.getFileName() + ".lock");
    } catch (IOException e) {
      throw HomeException.cannot("lock", file, e);
    }
  }

  private static FileChannel open(Path lock) throws IOException {
    return FileChannel.open(
        lock,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        OwnerOnly.fileAttributes(lock));
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // Someone else in this JVM has it.
    }
  }

  private static void acquire(FileChannel channel, Path lock, Path file) throws IOException {
    long start = System.nanoTime();
    int pause = 1;
    while (true) {
      if (isLocked(channel)) {
        return;
      }
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new HomeException(
            "Another process has held the lock of "
                + file
                + " for 30 seconds. Fix: end the process that has "
                + lock
                + " open, and repeat; nothing was changed.");
      }
      try {
        Thread.sleep(ThreadLocalRandom.current().nextInt(pause) + 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new HomeException(
            "Interrupted while another process held the lock of "
                + file
                + "; nothing was changed.");
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }
}
