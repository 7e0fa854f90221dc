package dev.lockstep.cli.example;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The examples of the checkout that the command belongs to. */
final class Checkout {
  private final Path root;

  private Checkout(Path root) {
    this.root = root;
  }

  static Checkout of(Host host) {
    Path root = host.checkout().orElse(null);
    if (root == null || !Files.isDirectory(root.resolve("examples"))) {
      throw CommandException.usage(
          "The examples live in a checkout of Lockstep, and this is none."
              + "\n  Fix: clone the repository and call ./lockstep in it.");
    }
    return new Checkout(root);
  }

  Path root() {
    return root;
  }

  List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root.resolve("examples"))) {
      for (Path folder : folders) {
        Path pom = folder.resolve("pom.xml");
        if (Files.exists(pom)) {
          examples.add(new Example(folder, description(Files.readString(pom))));
        }
      }
    }
    Collections.sort(examples, (a, b) -> a.name().compareTo(b.name()));
    return examples;
  }

  Example example(String name) throws IOException {
    List<String> names = new ArrayList<>();
    for (Example example : examples()) {
      if (example.name().equals(name)) {
        return example;
      }
      names.add(example.name());
    }
    throw CommandException.usage(
        "There is no example '"
            + name
            + "'."
            + Suggestion.didYouMean(name, names)
            + " There are: "
            + Names.list(names)
            + ".");
  }

  private static String description(String pom) {
    String start = "<description>";
    int from = pom.indexOf(start);
    int to = pom.indexOf("</description>", from + 1);
    return from < 0 || to < 0 ? "" : pom.substring(from + start.length(), to).strip();
  }
}
