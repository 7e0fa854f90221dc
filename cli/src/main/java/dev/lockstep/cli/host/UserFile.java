package dev.lockstep.cli.host;

import dev.lockstep.home.HomeException;
import dev.lockstep.home.OwnerOnly;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that a command writes where its user wants it. Only its owner can read it from the moment
 * it exists, also when it replaces one that others could read; it is there whole or not at all, and
 * takes the place of another one only after a question.
 */
public final class UserFile {
  private final Host host;
  private final Path path;

  /**
   * Names the file; touches nothing.
   *
   * @param name as it was typed; a leading {@code ~} is the home folder
   * @throws CommandException when there can be no such file
   */
  public UserFile(Host host, String name) {
    this.host = host;
    try {
      this.path = host.path(name).normalize();
    } catch (InvalidPathException e) {
      throw CommandException.usage("'" + name + "' cannot be the name of a file.");
    }
    if (Files.isDirectory(path)) {
      throw CommandException.usage(path + " is a folder. Give the name of a file.");
    }
    Path folder = path.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw CommandException.usage("There is no folder " + folder + ".");
    }
  }

  public Path path() {
    return path;
  }

  /** Asks whether it may take the place of a file that is there. */
  public void askToReplace() {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !isDevice()) {
      new Prompt(host)
          .confirm("There is a file " + path + " already. Replace it?", "It was left as it is.");
    }
  }

  /** Writes it, in the place of what may be there. */
  public void write(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (isDevice()) {
        Files.write(path, content);
      } else {
        replace(content);
      }
    } catch (IOException e) {
      throw CommandException.backEnd(
          "The file "
              + path
              + " cannot be written: "
              + HomeException.reason(e)
              + ". Nothing was written.");
    }
  }

  /**
   * Whether it is a pipe or a device, which keeps nothing that could be half. Of what is in these
   * folders, such as {@code /dev/stdout}, none is to be replaced, whatever it leads to.
   */
  private boolean isDevice() {
    return path.startsWith("/dev")
        || path.startsWith("/proc")
        || (Files.exists(path) && !Files.isRegularFile(path));
  }

  private void replace(byte[] content) throws IOException {
    // Two commands may write the same file at the same time.
    Path fresh =
        path.resolveSibling("." + path.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.deleteIfExists(fresh);
      OwnerOnly.createFile(fresh);
      try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
        out.write(content);
        out.getFD().sync();
      }
      // Replaces a link, too, and not what it leads to: that may be another user's.
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(fresh);
      } catch (IOException leftBehind) {
        e.addSuppressed(leftBehind);
      }
      throw e;
    }
  }
}
