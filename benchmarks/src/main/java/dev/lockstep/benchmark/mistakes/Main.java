package dev.lockstep.benchmark.mistakes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints the tables of {@code docs/diagnostics/peers.md}, or checks or rewrites them.
 *
 * <pre>{@code
 * Main              prints the tables
 * Main --write      writes them into the page
 * Main --check      fails when the page says something else
 * Main dagger [key] prints every message of a peer, or of one mistake
 * }</pre>
 */
public final class Main {
  private static final Path HOME = Path.of("benchmarks");
  private static final Path PROBES = HOME.resolve("mistakes");
  private static final Page PAGE = new Page(Path.of("docs/diagnostics/peers.md"));

  private final List<Mistake> mistakes = Mistake.read(PROBES.resolve("list.txt"));
  private final Trial trial = new Trial();

  private Main() throws IOException {}

  public static void main(String... args) throws IOException {
    Main main = new Main();
    String command = args.length == 0 ? "" : args[0];
    switch (command) {
      case "" -> System.out.println(main.tables());
      case "--write" -> PAGE.write(main.tables());
      case "--check" -> {
        String tables = main.tables();
        if (!tables.equals(PAGE.tables())) {
          System.out.println(tables);
          System.err.println("The page says something else; benchmarks/mistakes/run --write");
          System.exit(1);
        }
      }
      default -> main.messages(command, args.length > 1 ? args[1] : "");
    }
  }

  private static List<Peer> peers() {
    return List.of(
        Peer.of(HOME, "Lockstep", "lockstep", "lockstep"),
        Peer.of(HOME, "Dagger", "dagger", "dagger"),
        Peer.of(HOME, "MapStruct", "mapstruct", "mapstruct"),
        Peer.of(HOME, "AutoValue", "auto-value", "auto-value"),
        Peer.of(HOME, "Immutables", "immutables", "immutables"),
        Peer.of(HOME, "Micronaut", "micronaut", "micronaut-retry"));
  }

  private String tables() throws IOException {
    Table table = new Table(mistakes);
    for (Peer peer : peers()) {
      Map<String, String> cells = new LinkedHashMap<>();
      outcomes(peer, "")
          .forEach((mistake, outcome) -> cells.put(mistake.key(), mistake.cell(outcome)));
      table.column(title(peer), cells);
    }
    table.column("flytekit-java", known(Read.cells(PROBES.resolve("flytekit-java.txt"))));
    return table.markdown();
  }

  /** Lockstep's own version is the checkout's. */
  private static String title(Peer peer) {
    return peer.title().equals("Lockstep") ? peer.title() : peer.title() + " " + peer.version();
  }

  private void messages(String folder, String key) throws IOException {
    for (Peer peer : peers()) {
      if (peer.probes().endsWith(folder)) {
        outcomes(peer, key)
            .forEach(
                (mistake, outcome) ->
                    System.out.printf(
                        "%s: %s%n    %s%n",
                        mistake.key(), mistake.cell(outcome), outcome.message()));
      }
    }
  }

  /** In the order of the list; of one mistake only if a key is given. */
  private Map<Mistake, Outcome> outcomes(Peer peer, String only) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.list(peer.probes())) {
      all.forEach(file -> files.put(file.getFileName().toString().replace(".java", ""), file));
    }
    known(files);
    Map<Mistake, Outcome> outcomes = new LinkedHashMap<>();
    for (Mistake mistake : mistakes) {
      Path file = files.get(mistake.key());
      if (file != null && (only.isEmpty() || only.equals(mistake.key()))) {
        outcomes.put(mistake, trial.of(peer, Probe.read(file)));
      }
    }
    return outcomes;
  }

  /** A probe that belongs to no mistake would be counted nowhere. */
  private <T> Map<String, T> known(Map<String, T> byKey) throws IOException {
    Set<String> unknown = new TreeSet<>(byKey.keySet());
    unknown.removeAll(mistakes.stream().map(Mistake::key).collect(Collectors.toSet()));
    if (!unknown.isEmpty()) {
      throw new IOException("not in list.txt: " + unknown);
    }
    return byKey;
  }
}
