package dev.lockstep.benchmark.mistakes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The page's two tables, as Markdown: the counts, and a row per mistake. */
final class Table {
  private static final String NO_ANALOGUE = "–";

  private static final Set<String> RUNS = Set.of("run time", "builder runs");

  private final List<Mistake> mistakes;

  /** By title of the peer, then by key of the mistake, in the order of the columns. */
  private final Map<String, Map<String, String>> cells = new LinkedHashMap<>();

  Table(List<Mistake> mistakes) {
    this.mistakes = mistakes;
  }

  void column(String title, Map<String, String> ofPeer) {
    cells.put(title, ofPeer);
  }

  String markdown() {
    List<String> lines = new ArrayList<>();
    counts(lines);
    String group = "";
    for (Mistake mistake : mistakes) {
      if (!mistake.group().equals(group)) {
        group = mistake.group();
        lines.add("");
        lines.add("### " + group);
        lines.add("");
        lines.add("| | mistake | " + String.join(" | ", cells.keySet()) + " |");
        lines.add("|---|---|" + "---|".repeat(cells.size()));
      }
      List<String> row = new ArrayList<>(List.of(mistake.id(), mistake.text()));
      cells.values().forEach(each -> row.add(each.getOrDefault(mistake.key(), NO_ANALOGUE)));
      lines.add("| " + String.join(" | ", row) + " |");
    }
    return String.join("\n", lines);
  }

  private void counts(List<String> lines) {
    lines.add("| of " + mistakes.size() + " mistakes | " + titles() + " |");
    lines.add("|---|" + "---:|".repeat(cells.size()));
    count(lines, "have an analogue", cell -> true);
    count(lines, "the processor tells", Table::told);
    count(lines, "- in the right place", cell -> told(cell) && cell.contains(", at the "));
    count(lines, "- as an error", cell -> told(cell) && !cell.contains("warning"));
    count(lines, "it tells something else", cell -> cell.endsWith(")"));
    count(lines, "only javac tells", cell -> cell.startsWith("javac"));
    count(lines, "only running tells", cell -> RUNS.contains(cell));
    count(lines, "the processor fails", cell -> cell.equals("stack trace"));
    count(lines, "nothing tells", cell -> cell.equals("not caught"));
  }

  private static boolean told(String cell) {
    return (cell.contains(", at the ") || cell.contains(", but ")) && !cell.endsWith(")");
  }

  private String titles() {
    return String.join(" | ", cells.keySet());
  }

  private void count(List<String> lines, String what, Predicate<String> counted) {
    List<String> row = new ArrayList<>(List.of(what));
    for (Map<String, String> ofPeer : cells.values()) {
      long number =
          mistakes.stream()
              .map(Mistake::key)
              .filter(ofPeer::containsKey)
              .map(ofPeer::get)
              .filter(counted)
              .count();
      row.add(number == 0 ? "" : Long.toString(number));
    }
    lines.add("| " + String.join(" | ", row) + " |");
  }
}
