package dev.lockstep.cli.host;

import dev.lockstep.home.HomeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that a command writes where its user wants it: readable by its owner only from the moment
 * it exists, there as a whole or not at all, and never in place of another one without a question.
 */
public final class UserFile {
  private final Host host;
  private final Path path;

  /**
   * Names the file; touches nothing.
   *
   * @param name as it was typed
   */
  public UserFile(Host host, String name) {
    this.host = host;
    try {
      this.path = host.workingFolder().resolve(name);
    } catch (InvalidPathException e) {
      throw CommandException.usage("'" + name + "' cannot be the name of a file.");
    }
  }

  /**
   * Writes it.
   *
   * @param replace whether a file that is there is replaced without asking
   */
  public void write(String text, boolean replace) {
    Path target = target();
    boolean regular = Files.isRegularFile(target);
    if (regular && !replace) {
      new Prompt(host)
          .confirm("There is a file " + path + " already. Replace it?", "It was left as it is.");
    }
    try {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      if (Files.exists(target) && !regular) {
        Files.write(target, content); // A pipe or a device keeps nothing that could be half.
      } else {
        replace(target, content);
      }
    } catch (IOException e) {
      throw HomeException.cannot("write", path, e);
    }
  }

  /** The file that a link stands for, so that the link survives. */
  private Path target() {
    if (Files.isDirectory(path)) {
      throw CommandException.usage(path + " is a folder. Give the name of a file.");
    }
    Path folder = path.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw CommandException.usage("There is no folder " + folder + ".");
    }
    try {
      return Files.exists(path) ? path.toRealPath() : path;
    } catch (IOException e) {
      throw HomeException.cannot("write", path, e);
    }
  }

  private static void replace(Path target, byte[] content) throws IOException {
    // Such a file is its owner's only, wherever there are permissions.
    Path fresh = Files.createTempFile(target.getParent(), ".lockstep", ".new");
    try {
      Files.write(fresh, content);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
  }
}
