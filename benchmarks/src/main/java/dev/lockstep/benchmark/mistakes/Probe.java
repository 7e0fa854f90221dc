package dev.lockstep.benchmark.mistakes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * The sources of one mistake. A file may hold several of them, each after a line {@code // file
 * name.java}; {@code // here} marks the lines on which a message is in the right place, {@code //
 * options -proc:none} is handed to the compiler and {@code // without name} takes a library away.
 */
record Probe(List<Source> sources, List<String> options, List<String> without) {

  static Probe read(Path file) throws IOException {
    List<Source> sources = new ArrayList<>();
    List<String> options = new ArrayList<>();
    List<String> without = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    String name = "Probe.java";
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("// file ")) {
        add(sources, name, text);
        name = line.substring("// file ".length());
      } else if (line.startsWith("// options ")) {
        options.addAll(List.of(line.substring("// options ".length()).split(" ")));
      } else if (line.startsWith("// without ")) {
        without.add(line.substring("// without ".length()));
      } else {
        text.append(line).append('\n');
      }
    }
    add(sources, name, text);
    return new Probe(sources, options, without);
  }

  private static void add(List<Source> sources, String name, StringBuilder text) {
    if (!text.toString().isBlank()) {
      sources.add(new Source(name, text.toString()));
    }
    text.setLength(0);
  }

  /** The libraries of this path that the probe leaves. */
  List<Path> keep(List<Path> path) {
    return path.stream()
        .filter(jar -> without.stream().noneMatch(jar.getFileName().toString()::startsWith))
        .toList();
  }

  /** One file, in memory. */
  static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("probe:///" + name), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    /** Package-private types may live in a file of any name. */
    @Override
    public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
      return kind == JavaFileObject.Kind.SOURCE && !simpleName.endsWith("-info");
    }

    /** The numbers of the marked lines. */
    Set<Long> marked() {
      Set<Long> lines = new TreeSet<>();
      List<String> all = text.lines().toList();
      Stream.iterate(0, i -> i < all.size(), i -> i + 1)
          .filter(i -> all.get(i).contains("// here"))
          .forEach(i -> lines.add(i + 1L));
      return lines;
    }
  }
}
