package dev.lockstep.benchmark.mistakes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was found by reading a peer's sources, because it has no processor to which a mistake could
 * be given: a file of lines {@code key | cell | where its sources say so}.
 */
final class Read {
  private Read() {}

  static Map<String, String> cells(Path file) throws IOException {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] fields = line.split("\\|", -1);
        if (fields.length != 3) {
          throw new IOException(file + ": not three fields: " + line);
        }
        cells.put(fields[0].strip(), fields[1].strip());
      }
    }
    return cells;
  }
}
