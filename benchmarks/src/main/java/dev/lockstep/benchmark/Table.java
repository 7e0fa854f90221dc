package dev.lockstep.benchmark;

import dev.lockstep.benchmark.input.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The measurements as Markdown: a table per JDK and mode, a row per contender and size. */
final class Table {
  private final Map<Series, Medians> medians;

  Table(List<Measurement> measurements) {
    this.medians =
        measurements.stream()
            .collect(Collectors.groupingBy(Measurement::series))
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> Medians.of(e.getValue())));
  }

  String markdown(Map<String, String> versions) {
    List<String> lines = new ArrayList<>();
    for (String jdk : new TreeSet<>(medians.keySet().stream().map(Series::jdk).toList())) {
      for (Mode mode : Mode.values()) {
        List<String> rows = rows(jdk, mode, versions);
        if (!rows.isEmpty()) {
          lines.add("");
          lines.add("### javac " + jdk + ", " + mode.name().toLowerCase(Locale.ROOT));
          lines.add("");
          lines.add(
              "| processor | size | none, CPU s | floor, CPU s | copied, CPU s | with it, CPU s"
                  + " | **to the floor** | to the copy | over none, s | none, wall s"
                  + " | floor, wall s | with it, wall s | runs |");
          lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
          lines.addAll(rows);
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private List<String> rows(String jdk, Mode mode, Map<String, String> versions) {
    List<String> rows = new ArrayList<>();
    Inputs.all()
        .forEach(
            (contender, input) -> {
              for (int size : sizes(jdk, contender, mode)) {
                Series series = new Series(jdk, contender, size, mode, Variant.NONE);
                Medians none = medians.get(series);
                Medians floor = medians.get(series.as(Variant.FLOOR));
                Medians copy = medians.get(series.as(Variant.COPY));
                Medians full = medians.get(series.as(Variant.FULL));
                if (none != null && floor != null && copy != null && full != null) {
                  String name = input.title() + " " + versions.getOrDefault(contender, "");
                  rows.add(row(name.strip(), size, none, floor, copy, full));
                }
              }
            });
    return rows;
  }

  private Set<Integer> sizes(String jdk, String contender, Mode mode) {
    TreeSet<Integer> sizes = new TreeSet<>();
    for (Series series : medians.keySet()) {
      if (series.jdk().equals(jdk)
          && series.contender().equals(contender)
          && series.mode() == mode) {
        sizes.add(series.size());
      }
    }
    return sizes;
  }

  private static String row(
      String name, int size, Medians none, Medians floor, Medians copy, Medians full) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f | %.2f | %.2f | **%.2f** | %.2f | %.2f | %.2f | %.2f | %.2f | %d |",
        name,
        size,
        none.cpu() / 1000,
        floor.cpu() / 1000,
        copy.cpu() / 1000,
        full.cpu() / 1000,
        full.cpu() / floor.cpu(),
        full.cpu() / copy.cpu(),
        (full.cpu() - none.cpu()) / 1000,
        none.wall() / 1000,
        floor.wall() / 1000,
        full.wall() / 1000,
        full.runs());
  }
}
