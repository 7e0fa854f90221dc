package dev.lockstep.cli.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows under headings. */
public final class Table {
  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();
  private boolean whole;

  public Table(String... headings) {
    this.headings = List.of(headings);
  }

  /** Adds a row; the cells are texts as they were stored. */
  public Table row(String... cells) {
    List<String> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(DisplayText.escape(cell));
    }
    rows.add(row);
    return this;
  }

  /** Never cuts a cell: for data that someone asked to see in full. */
  public Table whole() {
    whole = true;
    return this;
  }

  /** How wide the table is when no cell is cut. */
  int naturalWidth() {
    int width = GAP.length() * (headings.size() - 1);
    for (int column : widths()) {
      width += column;
    }
    return width;
  }

  boolean mayBeCut() {
    return !whole;
  }

  /**
   * The table as lines.
   *
   * @param limit the columns of the terminal, or {@link Integer#MAX_VALUE}
   * @param bold whether the headings may be written in bold
   */
  String render(int limit, boolean bold) {
    List<Integer> widths = whole ? widths() : fit(widths(), limit);
    StringBuilder text = new StringBuilder();
    if (bold) {
      text.append("\033[1m");
    }
    line(text, headings, widths);
    if (bold) {
      text.insert(text.length() - 1, "\033[0m");
    }
    for (List<String> row : rows) {
      line(text, row, widths);
    }
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells, List<Integer> widths) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = DisplayText.cut(cells.get(i), widths.get(i));
      text.append(cell);
      if (i < cells.size() - 1) {
        text.append(" ".repeat(widths.get(i) - DisplayText.width(cell))).append(GAP);
      }
    }
    // An empty last cell leaves the gap before it.
    while (text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    text.append('\n');
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      int width = DisplayText.width(headings.get(i));
      for (List<String> row : rows) {
        width = Math.max(width, DisplayText.width(row.get(i)));
      }
      widths.add(width);
    }
    return widths;
  }

  /** Takes from the widest column until the line fits or no column can give more. */
  private static List<Integer> fit(List<Integer> natural, int limit) {
    List<Integer> widths = new ArrayList<>(natural);
    int excess = GAP.length() * (widths.size() - 1) - limit;
    for (int width : widths) {
      excess += width;
    }
    while (excess > 0) {
      int widest = widths.indexOf(Collections.max(widths));
      if (widths.get(widest) <= NARROWEST) {
        break;
      }
      widths.set(widest, widths.get(widest) - 1);
      excess--;
    }
    return widths;
  }
}
