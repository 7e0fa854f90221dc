package dev.lockstep.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation, as its fenced blocks. In a table, a cell that is a call of {@code
 * lockstep} and nothing else counts as a block of commands.
 *
 * @param name its path below {@code docs}
 */
record Page(String name, List<Block> blocks) {
  private static final String FENCE = "```";
  private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern CALL = Pattern.compile("`([^`]*\\blockstep [^`]*)`");

  static Page read(Path docs, String name) throws IOException {
    return of(name, Files.readAllLines(docs.resolve(name)));
  }

  static Page of(String name, List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    int i = 0;
    while (i < lines.size()) {
      String line = lines.get(i);
      i++;
      if (line.startsWith(FENCE)) {
        String[] words = line.substring(FENCE.length()).strip().split(" ", 2);
        List<String> content = new ArrayList<>();
        int start = i + 1;
        while (i < lines.size() && !lines.get(i).equals(FENCE)) {
          content.add(lines.get(i));
          i++;
        }
        i++;
        blocks.add(new Block(start, words[0], words.length > 1 ? words[1] : "", content));
      } else if (line.startsWith("|")) {
        addCalls(line, i, blocks);
      }
    }
    return new Page(name, List.copyOf(blocks));
  }

  private static void addCalls(String row, int line, List<Block> blocks) {
    for (String cell : CELL_END.split(row, -1)) {
      Matcher call = CALL.matcher(cell.strip());
      if (call.matches()) {
        blocks.add(new Block(line, "sh", "", List.of(call.group(1).replace("\\|", "|"))));
      }
    }
  }
}
