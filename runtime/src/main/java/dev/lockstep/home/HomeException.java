package dev.lockstep.home;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * State on disk cannot be read or written. The message says what, where, and how to mend it; what
 * was there before is still there.
 */
public final class HomeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean denied;

  /** A failure that is not the operating system's. */
  public HomeException(String message) {
    super(message, null);
    this.denied = false;
  }

  private HomeException(String message, boolean denied, @Nullable Throwable cause) {
    super(message, cause);
    this.denied = denied;
  }

  /**
   * A failure of the operating system.
   *
   * @param failed what could not be done, such as {@code "read"}
   */
  public static HomeException cannot(String failed, Path path, IOException cause) {
    String reason = reason(cause);
    return new HomeException(
        "Cannot "
            + failed
            + " "
            + path
            + ": "
            + reason
            + ". Fix: "
            + fix(cause, reason, path)
            + ".",
        cause instanceof AccessDeniedException,
        cause);
  }

  /** A file that others may read although it must be private. */
  static HomeException exposed(Path path) {
    return new HomeException(
        path
            + " can be read or written by other users, so it is not used."
            + " Fix: if nobody else may have read it, run: chmod 600 "
            + path
            + " (else replace what it protects).",
        true,
        null);
  }

  /** Whether a permission is missing, or too many are given. */
  public boolean denied() {
    return denied;
  }

  /**
   * Why the operating system refused something, in its own words where it has some, and without the
   * path, which the sentence around it names.
   */
  public static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileSystemException failure) {
      String reason = failure.getReason();
      if (reason != null) {
        return reason;
      }
      return switch (failure.getClass().getSimpleName()) {
        case "FileAlreadyExistsException" -> "something else is in its place";
        case "NoSuchFileException" -> "no such file or folder";
        case "NotDirectoryException" -> "not a folder";
        default -> failure.getClass().getSimpleName();
      };
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private static String fix(IOException cause, String reason, Path path) {
    String text = reason.toLowerCase(Locale.ROOT);
    if (cause instanceof AccessDeniedException) {
      return "give your user access to it, or point LOCKSTEP_HOME to a folder of your own";
    }
    if (text.contains("no space") || text.contains("quota")) {
      return "free space on that disk and repeat; nothing was changed";
    }
    if (text.contains("read-only")) {
      return "make the disk writable, or point LOCKSTEP_HOME to a folder that is";
    }
    if (text.contains("something else")
        || text.contains("not a folder")
        || text.contains("not a d")) {
      return "move away the file that stands where a folder is needed, or point LOCKSTEP_HOME to"
          + " another folder";
    }
    if (text.contains("is a directory")) {
      return "move the folder " + path + " away: a file belongs there";
    }
    return "mend that and repeat; nothing was changed";
  }
}
