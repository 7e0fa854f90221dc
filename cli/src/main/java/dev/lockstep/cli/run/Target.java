package dev.lockstep.cli.run;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.descriptor.DescriptorReader;
import dev.lockstep.descriptor.PipelineDescriptor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Compiled pipelines: a jar, or a folder of classes. Read without loading a class of it. */
public final class Target {
  private static final String FOLDER = "META-INF/lockstep/";

  private final Path path;

  private Target(Path path) {
    this.path = path;
  }

  /**
   * What was named on the command line.
   *
   * @throws CommandException when there is no such file or folder
   */
  public static Target of(String name, Path workingFolder) {
    try {
      Path path = workingFolder.resolve(name).normalize();
      if (!Files.exists(path)) {
        throw CommandException.usage(
            "There is no jar or folder '" + name + "'.\n  Fix: build it, or correct the path.");
      }
      if (path.toString().contains(File.pathSeparator)) {
        throw CommandException.usage(
            "The path "
                + path
                + " holds a '"
                + File.pathSeparator
                + "', which separates the entries of a class path.\n  Fix: move or rename it.");
      }
      return new Target(path);
    } catch (InvalidPathException e) {
      throw CommandException.usage("'" + name + "' is not the path of a jar or folder.");
    }
  }

  public Path path() {
    return path;
  }

  /** The pipelines in it, sorted by name. */
  public List<PipelineDescriptor> pipelines() {
    try {
      List<PipelineDescriptor> pipelines = Files.isDirectory(path) ? fromFolder() : fromJar();
      pipelines.sort(Comparator.comparing(PipelineDescriptor::name));
      return pipelines;
    } catch (IOException e) {
      throw CommandException.usage(path + " is neither a jar nor a folder of classes.");
    }
  }

  private List<PipelineDescriptor> fromFolder() throws IOException {
    List<PipelineDescriptor> pipelines = new ArrayList<>();
    Path folder = path.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return pipelines;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        try (InputStream in = Files.newInputStream(file)) {
          pipelines.add(DescriptorReader.read(in, file.toString()));
        }
      }
    }
    return pipelines;
  }

  private List<PipelineDescriptor> fromJar() throws IOException {
    List<PipelineDescriptor> pipelines = new ArrayList<>();
    try (ZipFile jar = new ZipFile(path.toFile())) {
      Enumeration<? extends ZipEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (name.startsWith(FOLDER)
            && name.endsWith(".json")
            && name.indexOf('/', FOLDER.length()) < 0) {
          try (InputStream in = jar.getInputStream(entry)) {
            pipelines.add(DescriptorReader.read(in, path + "!" + name));
          }
        }
      }
    }
    return pipelines;
  }

  /** Whether a class is in it, or in what its manifest adds to the class path. */
  public boolean reaches(String classFile) {
    if (holds(path, classFile)) {
      return true;
    }
    for (Path further : manifestClassPath()) {
      if (holds(further, classFile)) {
        return true;
      }
    }
    return false;
  }

  static boolean holds(Path entry, String classFile) {
    if (Files.isDirectory(entry)) {
      return Files.exists(entry.resolve(classFile));
    }
    try (ZipFile jar = new ZipFile(entry.toFile())) {
      return jar.getEntry(classFile) != null;
    } catch (IOException e) {
      // The JVM too ignores an entry of the class path that it cannot read.
      return false;
    }
  }

  private List<Path> manifestClassPath() {
    List<Path> entries = new ArrayList<>();
    if (Files.isDirectory(path)) {
      return entries;
    }
    try (JarFile jar = new JarFile(path.toFile(), false)) {
      Manifest manifest = jar.getManifest();
      String classPath =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (classPath == null) {
        return entries;
      }
      URI base = path.toUri();
      for (String entry : classPath.strip().split("\\s+", -1)) {
        URI resolved = base.resolve(entry);
        if ("file".equals(resolved.getScheme())) {
          entries.add(Path.of(resolved));
        }
      }
      return entries;
    } catch (IOException | IllegalArgumentException e) {
      return entries;
    }
  }
}
