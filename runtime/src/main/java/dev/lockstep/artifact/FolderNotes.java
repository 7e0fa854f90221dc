package dev.lockstep.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * What the contents of an artifact's files do not tell: which files are executable and which
 * folders are empty. One more file of the artifact, there only when there is something to tell:
 * {@code x } or {@code d } and a name, each ended by a zero byte, for a name may hold a line's end.
 */
final class FolderNotes {
  /** No returned file has this name: one by itself has no folder, others lie below another one. */
  static final String FILE = "notes/kinds";

  private static final String EXECUTABLE = "x ";
  private static final String EMPTY_FOLDER = "d ";
  private static final char END = '\0';

  private final StringBuilder text = new StringBuilder();

  void executable(String name) {
    text.append(EXECUTABLE).append(name).append(END);
  }

  void emptyFolder(String name) {
    text.append(EMPTY_FOLDER).append(name).append(END);
  }

  void write(ArtifactWriter writer) throws IOException {
    if (text.length() > 0) {
      try (OutputStream out = writer.file(FILE)) {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** Gives the files in a folder, and the folders beside them, what the notes tell of them. */
  static void apply(ArtifactReader reader, Path folder) throws IOException {
    if (!reader.files().contains(FILE)) {
      return;
    }
    String text;
    try (InputStream in = reader.file(FILE)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    int start = 0;
    for (int end = text.indexOf(END); end >= 0; end = text.indexOf(END, start)) {
      String note = text.substring(start, end);
      start = end + 1;
      Path target = folder.resolve(note.substring(Math.min(2, note.length()))).normalize();
      if (!target.startsWith(folder.normalize())) {
        throw new IOException("The artifact's file " + FILE + " names a path outside of it.");
      }
      if (note.startsWith(EMPTY_FOLDER)) {
        Files.createDirectories(target);
      } else if (note.startsWith(EXECUTABLE) && Files.isRegularFile(target)) {
        makeExecutable(target);
      }
    }
  }

  /** Whether a file is marked as a program; elsewhere than on POSIX every file seems to be one. */
  static boolean isExecutable(Path file) throws IOException {
    return isPosix(file)
        && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
  }

  private static void makeExecutable(Path file) throws IOException {
    if (isPosix(file)) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(file, permissions);
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
