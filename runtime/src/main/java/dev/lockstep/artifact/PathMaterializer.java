package dev.lockstep.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file under its own name, or a folder as the files below it. What no content tells, that a file
 * is executable or a folder empty, stands in a {@link FolderNotes} beside them. A link is followed
 * where it is returned itself; inside a folder links are refused, for they could lead out of it,
 * and so is what is neither file nor folder: reading a pipe could wait for ever.
 */
final class PathMaterializer implements Materializer<Path> {
  /** Files of a folder lie below this, so that a folder with one file is not taken for a file. */
  static final String TREE = "tree/";

  @Override
  public void write(Path value, Type type, ArtifactWriter writer) throws IOException {
    FolderNotes notes = new FolderNotes();
    if (Files.isRegularFile(value)) {
      copy(value, fileName(value), writer, notes);
    } else if (Files.isDirectory(value)) {
      // Else a link to a folder would be taken for a link inside of it.
      writeFolder(value.toRealPath(), writer, notes);
    } else if (Files.exists(value)) {
      throw neither("The step returned " + value);
    } else {
      throw new IOException(
          "The step returned the path " + value + ", where there is no file or folder.");
    }
    notes.write(writer);
  }

  @Override
  public Path read(Type type, ArtifactReader reader) throws IOException {
    Path folder = reader.folder();
    List<String> files =
        reader.files().stream().filter(name -> !name.equals(FolderNotes.FILE)).toList();
    for (String name : files) {
      Path target = folder.resolve(name);
      Files.createDirectories(target.getParent());
      try (InputStream in = reader.file(name)) {
        Files.copy(in, target);
      }
    }
    FolderNotes.apply(reader, folder);
    // A folder without any file has notes only.
    boolean tree = files.isEmpty() || files.get(0).startsWith(TREE);
    return folder.resolve(tree ? TREE : files.get(0));
  }

  @Override
  public boolean inline() {
    return false;
  }

  private static void writeFolder(Path folder, ArtifactWriter writer, FolderNotes notes)
      throws IOException {
    List<Path> entries;
    try (Stream<Path> walk = Files.walk(folder)) {
      entries = walk.sorted().toList();
    }
    for (Path entry : entries) {
      String name = TREE + folder.relativize(entry).toString().replace(separator(entry), "/");
      if (Files.isSymbolicLink(entry)) {
        throw new IOException(
            "The step returned a folder that holds a symbolic link: "
                + entry
                + ". Fix: put a copy of what it leads to in its place.");
      } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        if (isEmpty(entry)) {
          notes.emptyFolder(name);
        }
      } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
        copy(entry, name, writer, notes);
      } else {
        throw neither("The step returned a folder that holds " + entry);
      }
    }
  }

  private static void copy(Path file, String name, ArtifactWriter writer, FolderNotes notes)
      throws IOException {
    if (name.indexOf('\\') >= 0) {
      // Elsewhere it parts folders from files, so that the name would not be read as it was
      // written.
      throw new IOException(
          "The step returned a file whose name holds a backslash: " + file + ". Fix: rename it.");
    }
    try (OutputStream out = writer.file(name)) {
      Files.copy(file, out);
    }
    if (FolderNotes.isExecutable(file)) {
      notes.executable(name);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static IOException neither(String what) {
    return new IOException(
        what
            + ", which is neither a file nor a folder but a pipe, a socket or a device. Fix: return"
            + " files only.");
  }

  private static String separator(Path path) {
    return path.getFileSystem().getSeparator();
  }

  private static String fileName(Path file) {
    Path name = file.getFileName();
    return name == null ? "file" : name.toString();
  }
}
