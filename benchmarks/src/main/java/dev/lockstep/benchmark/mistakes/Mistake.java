package dev.lockstep.benchmark.mistakes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One mistake of the list.
 *
 * @param key the name of its probes' files, without ending
 * @param group the heading under which it stands
 * @param id what Lockstep is meant to say
 * @param text the mistake, in words
 */
record Mistake(String key, String group, String id, String text) {

  private static final Pattern ID = Pattern.compile("\\[(LS\\d{3})]");

  /** What became of it, with the identifier if Lockstep said another one than the list does. */
  String cell(Outcome outcome) {
    Matcher said = ID.matcher(outcome.message());
    return said.lookingAt() && !isListed(said.group(1))
        ? outcome.cell() + " (" + said.group(1) + ")"
        : outcome.cell();
  }

  /** The list names one identifier, or the first and the last of several. */
  private boolean isListed(String said) {
    String[] ends = id.split(" to ", -1);
    return said.compareTo(ends[0]) >= 0 && said.compareTo(ends[ends.length - 1]) <= 0;
  }

  /** Reads a list of headings, {@code # Steps}, and lines of three fields between bars. */
  static List<Mistake> read(Path file) throws IOException {
    List<Mistake> all = new ArrayList<>();
    String group = "";
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("# ")) {
        group = line.substring(2);
      } else if (!line.isBlank()) {
        String[] fields = line.split("\\|", -1);
        if (fields.length != 3) {
          throw new IOException(file + ": not three fields: " + line);
        }
        all.add(new Mistake(fields[0].strip(), group, fields[1].strip(), fields[2].strip()));
      }
    }
    return List.copyOf(all);
  }
}
