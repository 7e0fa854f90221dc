package dev.lockstep.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file under its own name, or a folder as the files below it. Symbolic links inside a folder are
 * refused: they could lead out of it.
 */
final class PathMaterializer implements Materializer<Path> {
  /** Files of a folder lie below this, so that a folder with one file is not taken for a file. */
  private static final String TREE = "tree/";

  @Override
  public void write(Path value, Type type, ArtifactWriter writer) throws IOException {
    if (Files.isRegularFile(value)) {
      copy(value, fileName(value), writer);
    } else if (Files.isDirectory(value)) {
      writeFolder(value, writer);
    } else {
      throw new IOException(
          "The step returned the path " + value + ", where there is no file or folder.");
    }
  }

  @Override
  public Path read(Type type, ArtifactReader reader) throws IOException {
    Path folder = reader.folder();
    for (String name : reader.files()) {
      Path target = folder.resolve(name);
      Files.createDirectories(target.getParent());
      try (InputStream in = reader.file(name)) {
        Files.copy(in, target);
      }
    }
    List<String> files = reader.files();
    boolean tree = files.get(0).startsWith(TREE);
    return folder.resolve(tree ? TREE : files.get(0));
  }

  @Override
  public boolean inline() {
    return false;
  }

  private static void writeFolder(Path folder, ArtifactWriter writer) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(file -> !Files.isDirectory(file)).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new IOException("The step returned the folder " + folder + ", which holds no file.");
    }
    for (Path file : files) {
      if (Files.isSymbolicLink(file)) {
        throw new IOException("The step returned a folder that holds a symbolic link: " + file);
      }
      copy(file, TREE + folder.relativize(file).toString().replace('\\', '/'), writer);
    }
  }

  private static void copy(Path file, String name, ArtifactWriter writer) throws IOException {
    try (OutputStream out = writer.file(name)) {
      Files.copy(file, out);
    }
  }

  private static String fileName(Path file) {
    Path name = file.getFileName();
    return name == null ? "file" : name.toString();
  }
}
