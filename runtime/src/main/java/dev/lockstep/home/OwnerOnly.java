package dev.lockstep.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files and folders that no other user can read, from the moment they exist: created with their
 * permissions instead of being given them afterwards. Where the file system knows no POSIX
 * permissions (Windows), what the folder above grants is inherited.
 */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** Creates a folder and those above it, unless they exist. */
  public static void createFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          attributes(
              folder,
              EnumSet.of(
                  PosixFilePermission.OWNER_READ,
                  PosixFilePermission.OWNER_WRITE,
                  PosixFilePermission.OWNER_EXECUTE)));
    }
  }

  /** Creates an empty file; fails when there is one. */
  public static void createFile(Path file) throws IOException {
    Files.createFile(file, fileAttributes(file));
  }

  /** The attributes with which a private file is opened for creation. */
  public static FileAttribute<?>[] fileAttributes(Path file) {
    return attributes(
        file, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
  }

  /**
   * Refuses a file that its group or others can read or write.
   *
   * @throws HomeException with the command that mends it
   */
  public static void check(Path file) {
    if (!isPosix(file)) {
      return;
    }
    try {
      for (PosixFilePermission permission : Files.getPosixFilePermissions(file)) {
        if (permission.compareTo(PosixFilePermission.OWNER_EXECUTE) > 0) {
          throw HomeException.exposed(file);
        }
      }
    } catch (IOException e) {
      throw HomeException.cannot("read the permissions of", file, e);
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return isPosix(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
