package dev.lockstep.secret.encryption;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which stores use one key file. One that the file is named after, such as {@code team.yaml} of
 * {@code team.key}, is found by that; others are noted in the file, by their paths from its folder,
 * which stay right when the folder is copied with all that is in it.
 */
final class KeySharing {
  private static final String ENDING = ".key";

  /** The header of a store lies in its beginning. */
  private static final int HEAD_BYTES = 65_536;

  private static final String SQLITE = "SQLite format 3";

  private KeySharing() {}

  /** The key file that lies beside a store of flavor {@code local} or another one. */
  static Path beside(Path store) {
    // A store of another flavor and the same name has a key of its own.
    String name = String.valueOf(store.getFileName());
    int yaml = Math.max(name.lastIndexOf(".yaml"), name.lastIndexOf(".yml"));
    return store.resolveSibling((yaml > 0 ? name.substring(0, yaml) : name) + ENDING);
  }

  /** What is noted in a key file of a store, or null when it is named after it. */
  static @Nullable String note(Path keyFile, Path store) {
    Path key = real(keyFile);
    Path at = real(store);
    Path folder = key.getParent();
    if (key.equals(beside(at)) || folder == null) {
      return null;
    }
    String path;
    try {
      path = folder.relativize(at).toString();
    } catch (IllegalArgumentException e) {
      path = at.toString(); // On another drive.
    }
    return path.indexOf('\n') >= 0 || path.indexOf('\r') >= 0 ? null : path;
  }

  /**
   * Another store that needs the key, or null.
   *
   * @param noted what the key file says
   */
  static @Nullable Path other(Path file, Path store, Collection<String> noted) {
    Path keyFile = real(file);
    List<Path> candidates = new ArrayList<>();
    String name = String.valueOf(keyFile.getFileName());
    if (name.endsWith(ENDING) && name.length() > ENDING.length()) {
      String base = name.substring(0, name.length() - ENDING.length());
      candidates.add(keyFile.resolveSibling(base + ".yaml"));
      candidates.add(keyFile.resolveSibling(base + ".yml"));
      if (base.endsWith(".db")) {
        candidates.add(keyFile.resolveSibling(base));
      }
    }
    for (String path : noted) {
      try {
        candidates.add(keyFile.resolveSibling(path).normalize());
      } catch (InvalidPathException e) {
        // No store of this machine.
      }
    }
    for (Path candidate : candidates) {
      if (needsKeyFile(candidate, store)) {
        return candidate;
      }
    }
    return null;
  }

  /** One path for one file, however it was reached; a store may not be there yet. */
  private static Path real(Path file) {
    Path folder = file.getParent();
    try {
      return Files.exists(file) || folder == null
          ? file.toRealPath()
          : folder.toRealPath().resolve(String.valueOf(file.getFileName()));
    } catch (IOException e) {
      return file;
    }
  }

  private static boolean needsKeyFile(Path candidate, Path store) {
    try {
      return Files.isRegularFile(candidate)
          && !Files.isSameFile(candidate, store)
          && !isOfPassphrase(candidate);
    } catch (IOException e) {
      return true; // Better one copy too many than a store that nobody can read.
    }
  }

  /** Whether a store says that its key is derived, so that it has none in a file. */
  private static boolean isOfPassphrase(Path store) throws IOException {
    try (InputStream in = Files.newInputStream(store)) {
      String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
      // A secret's key may be called so, too; the header's fields begin a line.
      return head.startsWith(SQLITE)
          ? head.contains(StoreHeader.DERIVATION)
          : ("\n" + head).contains("\n" + StoreHeader.DERIVATION + ":");
    }
  }
}
