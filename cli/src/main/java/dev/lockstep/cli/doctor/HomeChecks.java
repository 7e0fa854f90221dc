package dev.lockstep.cli.doctor;

import dev.lockstep.cli.output.ShellText;
import dev.lockstep.home.HomeException;
import dev.lockstep.home.LockstepHome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder with the user's state: whose it is, who may read it, whether it can be written. */
final class HomeChecks {
  private static final String HOME = "home";
  private static final long LITTLE_SPACE = 100L << 20;
  private static final int LOCK_TRIES = 20;
  private static final int LOCK_PAUSE_MILLIS = 50;
  private static final Path SELF = Path.of("/proc/self");

  private final LockstepHome home;

  HomeChecks(LockstepHome home) {
    this.home = home;
  }

  void check(Findings findings) {
    Path root = home.root();
    if (!Files.exists(root)) {
      missing(root, findings);
      return;
    }
    if (!Files.isDirectory(root)) {
      findings.problem(
          HOME,
          root + " is not a folder.",
          "move it away, or point LOCKSTEP_HOME to another folder");
      return;
    }
    int before = findings.all().size();
    access(root, findings);
    for (Path file : files(root, findings)) {
      privacy(file, findings);
    }
    if (findings.all().size() == before) {
      findings.ok(HOME, root + " is yours, and nobody else can read it.");
    }
    space(root, findings);
    locks(findings);
  }

  private static void missing(Path root, Findings findings) {
    Path parent = root.getParent();
    while (parent != null && !Files.exists(parent)) {
      parent = parent.getParent();
    }
    if (parent != null && Files.isDirectory(parent) && Files.isWritable(parent)) {
      findings.ok(HOME, root + " is not there yet; it is made when something is stored.");
    } else {
      findings.problem(
          HOME,
          root + " is not there and cannot be made, because " + parent + " cannot be written.",
          "point LOCKSTEP_HOME to a folder of your own");
    }
  }

  private void access(Path root, Findings findings) {
    if (!Files.isReadable(root) || !Files.isExecutable(root)) {
      findings.problem(HOME, root + " cannot be read by you.", "chmod u+rwx " + word(root));
    } else if (!Files.isWritable(root)) {
      findings.problem(
          HOME,
          root + " cannot be written by you, so nothing can be stored and no run recorded.",
          "chmod u+w " + word(root) + ", or point LOCKSTEP_HOME to a folder of your own");
    }
  }

  /** The home, what is directly in it, and what is in the folder of secrets. */
  private List<Path> files(Path root, Findings findings) {
    List<Path> files = new ArrayList<>(List.of(root));
    children(root, files, findings);
    if (Files.isDirectory(home.secretsFolder())) {
      children(home.secretsFolder(), files, findings);
    }
    return files;
  }

  private static void children(Path folder, List<Path> files, Findings findings) {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        files.add(child);
      }
    } catch (IOException e) {
      findings.problem(
          HOME,
          folder + " cannot be listed: " + HomeException.reason(e) + ".",
          "give your user access to it");
    }
  }

  private void privacy(Path file, Findings findings) {
    try {
      Object owner = owner(file);
      Object self = owner(SELF);
      if (owner != null && self != null && !owner.equals(self)) {
        findings.problem(
            HOME,
            file + " belongs to another user (number " + owner + ").",
            "sudo chown -R \"$(id -u)\" " + word(home.root()));
        return;
      }
      Set<PosixFilePermission> permissions =
          Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
      if (!Files.isSymbolicLink(file) && isOpen(permissions)) {
        boolean secret = file.startsWith(home.secretsFolder());
        String message = file + " can be read or written by other users.";
        String fix = "chmod go-rwx " + word(file);
        if (secret) {
          findings.problem(
              HOME, message, fix + " (and replace the secrets, if one may have been read)");
        } else {
          findings.warning(HOME, message, fix);
        }
      }
    } catch (NoSuchFileException | UnsupportedOperationException e) {
      return; // It is gone again; or there are no such permissions, and those of the folder hold.
    } catch (IOException e) {
      findings.warning(
          HOME,
          "The permissions of " + file + " cannot be read: " + HomeException.reason(e) + ".",
          "");
    }
  }

  private static @Nullable Object owner(Path path) throws IOException {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        ? Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)
        : null;
  }

  private static boolean isOpen(Set<PosixFilePermission> permissions) {
    for (PosixFilePermission permission : permissions) {
      if (permission.compareTo(PosixFilePermission.OWNER_EXECUTE) > 0) {
        return true;
      }
    }
    return false;
  }

  private static void space(Path root, Findings findings) {
    try {
      long free = Files.getFileStore(root).getUsableSpace();
      String message = (free >> 20) + " MiB are free on the disk of " + root + ".";
      if (free < LITTLE_SPACE) {
        findings.warning("space", message, "free space, or delete runs: lockstep runs delete");
      } else {
        findings.ok("space", message);
      }
    } catch (IOException e) {
      findings.warning(
          "space", "The free space cannot be told: " + HomeException.reason(e) + ".", "");
    }
  }

  /** A lock is held for milliseconds; one that stays is somebody's who hangs. */
  private void locks(Findings findings) {
    int free = 0;
    for (Path folder : List.of(home.root(), home.secretsFolder())) {
      try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, ".*.lock")) {
        for (Path lock : locks) {
          if (isHeld(lock)) {
            findings.problem(
                "locks",
                "Another process holds " + lock + ", and commands that change state wait for it.",
                "end the process that 'fuser " + word(lock) + "' shows");
          } else {
            free++;
          }
        }
      } catch (NoSuchFileException e) {
        // What is not there is not locked.
      } catch (IOException e) {
        findings.warning(
            "locks",
            "The locks in " + folder + " cannot be listed: " + HomeException.reason(e) + ".",
            "");
      }
    }
    findings.ok("locks", free + " locks are free.");
  }

  private static boolean isHeld(Path lock) {
    for (int i = 0; i < LOCK_TRIES; i++) {
      try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
          FileLock held = channel.tryLock()) {
        if (held != null) {
          return false;
        }
        Thread.sleep(LOCK_PAUSE_MILLIS);
      } catch (IOException e) {
        return false; // Told already, as a file that cannot be written.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private static String word(Path path) {
    return ShellText.word(path.toString());
  }
}
