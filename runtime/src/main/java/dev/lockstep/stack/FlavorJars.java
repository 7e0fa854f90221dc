package dev.lockstep.stack;

import dev.lockstep.home.HomeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder of a home in which jars of flavors are kept. */
final class FlavorJars {
  private static final String ENDING = ".jar";
  private static final int DIGEST_CHARACTERS = 64;

  private final Path folder;

  FlavorJars(Path folder) {
    this.folder = folder;
  }

  /**
   * What is wrong with the first of the jars that is not as it was registered, as a clause, or
   * null. The content is looked at only when size or time differ, as after a backup was restored.
   */
  @Nullable String problem(List<FlavorJar> jars) {
    for (FlavorJar jar : jars) {
      Path file = folder.resolve(jar.fileName());
      try {
        if (!Files.exists(file)) {
          return "its jar " + file + " is gone";
        }
        boolean touched =
            Files.size(file) != jar.size()
                || Files.getLastModifiedTime(file).toMillis() != jar.modified();
        if (touched && !digest(file).equals(jar.digest())) {
          return "its jar " + file + " was changed since";
        }
      } catch (IOException e) {
        return "its jar " + file + " cannot be read (" + e.getClass().getSimpleName() + ")";
      }
    }
    return null;
  }

  /** Where they are. */
  Path[] files(List<FlavorJar> jars) {
    Path[] files = new Path[jars.size()];
    for (int i = 0; i < files.length; i++) {
      files[i] = folder.resolve(jars.get(i).fileName());
    }
    return files;
  }

  /** Deletes jars, but for those of the given names without ending, and no other file. */
  void deleteAllBut(Set<String> used) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        String digest = name.substring(0, name.length() - ENDING.length());
        if (isDigest(digest) && !used.contains(digest)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw HomeException.cannot("delete jars in", folder, e);
    }
  }

  /** Whether a text can be the name of a jar, without its ending. */
  static boolean isDigest(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return text.length() == DIGEST_CHARACTERS;
  }

  /** Whether a path can be pasted into every shell as it is. */
  static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (!Character.isLetterOrDigit(path.charAt(i)) && "/._-+".indexOf(path.charAt(i)) < 0) {
        return false;
      }
    }
    return !path.isEmpty();
  }

  /** The SHA-256 of a file, in hexadecimal. */
  static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return copy(in, OutputStream.nullOutputStream());
    }
  }

  /** Copies a stream to its end, and tells the SHA-256 of what it was. */
  static String copy(InputStream in, OutputStream out) throws IOException {
    try {
      DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
      digesting.transferTo(out);
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
