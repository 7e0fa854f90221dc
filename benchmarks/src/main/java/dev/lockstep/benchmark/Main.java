package dev.lockstep.benchmark;

import dev.lockstep.benchmark.input.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures, and prints the table of everything that was measured. */
final class Main {
  private static final Path WORK = Path.of("benchmarks", "target", "work");

  private final Options options;
  private final Journal journal;

  private Main(Options options, Journal journal) {
    this.options = options;
    this.journal = journal;
  }

  public static void main(String... args) throws IOException, InterruptedException {
    Options options;
    try {
      options = Options.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + Options.HELP);
      System.exit(2);
      return;
    }
    if (options.help()) {
      System.out.print(Options.HELP);
      return;
    }
    if (options.fresh()) {
      Files.deleteIfExists(options.journal());
    }
    Journal journal = Journal.open(options.journal());
    new Main(options, journal).measure();
    Map<String, String> versions = new HashMap<>();
    for (String contender : Inputs.all().keySet()) {
      versions.put(contender, Contender.of(contender).version());
    }
    System.out.print(new Table(journal.measurements()).markdown(versions));
  }

  private void measure() throws IOException, InterruptedException {
    for (Path home : options.jdks()) {
      Jdk jdk = Jdk.at(home);
      for (String contender : options.contenders()) {
        for (int size : options.sizes().of(contender)) {
          measure(jdk, contender, size);
        }
      }
    }
  }

  private void measure(Jdk jdk, String contender, int size)
      throws IOException, InterruptedException {
    List<Mode> open =
        options.modes().stream().filter(mode -> !isDone(jdk, contender, size, mode)).toList();
    if (open.isEmpty()) {
      return;
    }
    System.err.println("javac " + jdk.version() + ": " + contender + ", " + size);
    Workspace workspace =
        Workspace.create(
            WORK.toAbsolutePath(), jdk, Contender.of(contender), Inputs.get(contender), size);
    for (Mode mode : open) {
      for (int run = 0; run < options.runs(); run++) {
        for (Variant variant : Variant.values()) {
          measure(workspace, jdk, new Series(jdk.version(), contender, size, mode, variant), run);
        }
      }
    }
    workspace.delete();
  }

  private boolean isDone(Jdk jdk, String contender, int size, Mode mode) {
    Series series = new Series(jdk.version(), contender, size, mode, Variant.FULL);
    return journal.has(series, options.runs() - 1);
  }

  private void measure(Workspace workspace, Jdk jdk, Series series, int run)
      throws IOException, InterruptedException {
    if (journal.has(series, run)) {
      return;
    }
    long start = System.nanoTime();
    List<String> figures = workspace.run(jdk, series.variant(), series.mode());
    double wall = (System.nanoTime() - start) / 1e6;
    for (String figure : figures) {
      String[] parts = figure.split(" ", -1);
      double cpu = Long.parseLong(parts[0]) / 1e6;
      // Of a process, all of its time counts; of one compilation in it, its own.
      double own = series.mode() == Mode.COLD ? wall : Long.parseLong(parts[1]) / 1e6;
      journal.add(new Measurement(series, run, cpu, own));
    }
  }
}
