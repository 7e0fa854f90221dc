package dev.lockstep.benchmark;

import dev.lockstep.benchmark.input.Input;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The files of one contender at one size: its sources, what its processor generates from them, and
 * the compiler's arguments for each variant.
 */
final class Workspace {
  private final Path folder;
  private final Path output;
  private final Map<Variant, Path> arguments = new EnumMap<>(Variant.class);

  private Workspace(Path folder) {
    this.folder = folder;
    this.output = folder.resolve("classes");
  }

  /** Writes the sources and lets the processor run once, for the generated code. */
  static Workspace create(Path folder, Jdk jdk, Contender contender, Input input, int size)
      throws IOException, InterruptedException {
    Workspace workspace = new Workspace(folder);
    delete(folder);
    List<Path> sources = workspace.write(input.sources(size));
    Path generated = Files.createDirectories(folder.resolve("generated"));
    List<String> processor =
        List.of("--processor-path", contender.processorPath(), "-s", generated.toString());
    workspace.arguments(Variant.FULL, contender, processor, sources);
    workspace.arguments(Variant.NONE, contender, List.of("-proc:none"), sources);
    workspace.run(jdk, Variant.NONE, Mode.COLD);
    int written = workspace.classes();
    workspace.run(jdk, Variant.FULL, Mode.COLD);
    if (workspace.classes() <= written) {
      throw new IOException("The processor generated nothing, see " + folder);
    }
    List<Path> all = new ArrayList<>(sources);
    all.addAll(files(generated, ".java"));
    workspace.arguments(Variant.FLOOR, contender, List.of("-proc:none"), all);
    workspace.arguments(Variant.COPY, contender, workspace.copying(generated), sources);
    return workspace;
  }

  /** The options with which the generated files, which are kept aside, are only copied. */
  private List<String> copying(Path generated) throws IOException {
    Path copies = Files.createDirectories(folder.resolve("copies"));
    Path sources = Files.createDirectories(copies.resolve("sources"));
    Path resources = Files.createDirectories(copies.resolve("resources"));
    for (Path file : files(generated, ".java")) {
      copy(file, sources.resolve(generated.relativize(file)));
    }
    for (Path file : files(output, "")) {
      if (Files.isRegularFile(file) && !file.toString().endsWith(".class")) {
        copy(file, resources.resolve(output.relativize(file)));
      }
    }
    return List.of(
        "--processor-path",
        System.getProperty("java.class.path"),
        "-processor",
        CopyingProcessor.class.getName(),
        "-A" + CopyingProcessor.SOURCES + "=" + sources,
        "-A" + CopyingProcessor.RESOURCES + "=" + resources,
        "-s",
        generated.toString());
  }

  private static void copy(Path file, Path target) throws IOException {
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    Files.copy(file, target);
  }

  /** Compiles in a process of its own, and returns what that printed. */
  List<String> run(Jdk jdk, Variant variant, Mode mode) throws IOException, InterruptedException {
    delete(output);
    Files.createDirectories(output);
    Path log = folder.resolve(variant + ".log");
    Process process =
        new ProcessBuilder(
                jdk.java(),
                "-cp",
                System.getProperty("java.class.path"),
                Compile.class.getName(),
                String.valueOf(mode.unmeasured()),
                String.valueOf(mode.measured()),
                String.valueOf(arguments.get(variant)))
            .redirectError(log.toFile())
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("Compiling failed, see " + log + ":\n" + Files.readString(log));
    }
    return text.lines().toList();
  }

  void delete() throws IOException {
    delete(folder);
  }

  private List<Path> write(Map<String, String> sources) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("sources").resolve(source.getKey());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      files.add(Files.writeString(file, source.getValue()));
    }
    return files;
  }

  private void arguments(
      Variant variant, Contender contender, List<String> options, List<Path> files)
      throws IOException {
    List<String> lines = new ArrayList<>(options);
    lines.addAll(List.of("-d", output.toString(), "-cp", contender.classPath()));
    files.forEach(file -> lines.add(file.toString()));
    arguments.put(variant, Files.write(folder.resolve(variant + ".args"), lines));
  }

  /** A processor that did not run would be very fast: this tells. */
  private int classes() throws IOException {
    return files(output, ".class").size();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
