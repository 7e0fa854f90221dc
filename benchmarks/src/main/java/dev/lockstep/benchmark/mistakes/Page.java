package dev.lockstep.benchmark.mistakes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the docs, of which the part between two marks is written by this program. */
final class Page {
  private static final String BEGIN = "<!-- tables: benchmarks/mistakes/run --write -->\n";
  private static final String END = "\n<!-- end of tables -->";

  private final Path file;

  Page(Path file) {
    this.file = file;
  }

  String tables() throws IOException {
    String text = Files.readString(file);
    return text.substring(begin(text), end(text));
  }

  void write(String tables) throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, begin(text)) + tables + text.substring(end(text)));
  }

  private int begin(String text) throws IOException {
    return found(text.indexOf(BEGIN)) + BEGIN.length();
  }

  private int end(String text) throws IOException {
    return found(text.indexOf(END));
  }

  private int found(int index) throws IOException {
    if (index < 0) {
      throw new IOException(file + " lacks the marks around its tables");
    }
    return index;
  }
}
