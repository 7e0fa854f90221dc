package dev.lockstep.cli.secret;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Prompt;
import dev.lockstep.cli.values.ValueFile;
import dev.lockstep.home.OwnerOnly;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that a user named for values in clear. Only its owner can read it from the moment it
 * exists, also when it replaces one that others could read; it is there whole or not at all.
 */
final class PrivateFile {
  private final Path path;

  private PrivateFile(Path path) {
    this.path = path;
  }

  static PrivateFile of(String name, Host host) {
    try {
      Path path = ValueFile.path(name, host).normalize();
      if (Files.isDirectory(path)) {
        throw CommandException.usage("'" + name + "' is a folder: name a file in it.");
      }
      return new PrivateFile(path);
    } catch (InvalidPathException e) {
      throw CommandException.usage("'" + name + "' cannot be the name of a file.");
    }
  }

  Path path() {
    return path;
  }

  /** Asks, if there is one already. */
  void askToReplace(Host host) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      new Prompt(host)
          .confirm("Replace the file " + path + "?", "The file " + path + " was not replaced.");
    }
  }

  void write(String text) {
    Path fresh = path.resolveSibling("." + path.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      OwnerOnly.createFile(fresh);
      try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.getFD().sync();
      }
      // Replaces a link, too, and not what it leads to.
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(fresh);
      } catch (IOException leftBehind) {
        e.addSuppressed(leftBehind);
      }
      throw CommandException.backEnd(
          "The file " + path + " cannot be written: " + reason(e) + ". Nothing was written.");
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
