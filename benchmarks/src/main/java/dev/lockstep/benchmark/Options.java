package dev.lockstep.benchmark;

import dev.lockstep.benchmark.input.Inputs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is asked for on the command line. */
record Options(
    List<Path> jdks,
    List<String> contenders,
    Sizes sizes,
    List<Mode> modes,
    int runs,
    Path journal,
    boolean fresh,
    boolean help) {
  private static final Path JOURNAL = Path.of("benchmarks", "target", "measurements.csv");

  /** How much is compiled of what. */
  record Sizes(List<Integer> own, List<Integer> others, List<Integer> lengths) {
    List<Integer> of(String contender) {
      if (contender.equals(Inputs.LONG)) {
        return lengths;
      }
      return contender.equals(Inputs.OWN) ? own : others;
    }
  }

  static final String HELP =
      """
      Usage: benchmarks/run [OPTIONS]

        --jdk PATH          a JDK to measure; may be repeated (default: the one that runs this)
        --only NAME[,NAME]  contenders (default: all of %s)
        --sizes N[,N]       packages to compile (default: 10,100,1000; of other processors 10,100)
        --lengths N[,N]     steps of the one long pipeline (default: 250,500,1000,2000)
        --modes MODE[,MODE] cold, warm, or both (default: cold)
        --runs N            compilations of each kind, alternating (default: 7)
        --journal FILE      keeps the measurements there (default: %s)
        --quick             10 packages, a length of 250, 3 runs
        --fresh             forgets the measurements of earlier runs
        --help              prints this

      A run that is broken off goes on where it ended. The table is printed at the end.
      """
          .formatted(String.join(", ", Inputs.all().keySet()), JOURNAL);

  static Options parse(String... args) {
    List<Path> jdks = new ArrayList<>();
    List<String> contenders = List.copyOf(Inputs.all().keySet());
    List<Integer> own = List.of(10, 100, 1000);
    List<Integer> others = List.of(10, 100);
    List<Integer> lengths = List.of(250, 500, 1000, 2000);
    List<Mode> modes = List.of(Mode.COLD);
    int runs = 7;
    Path journal = JOURNAL;
    boolean fresh = false;
    boolean help = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--jdk" -> jdks.add(Path.of(value(args, ++i)));
        case "--only" -> contenders = words(value(args, ++i)).map(Options::contender).toList();
        case "--sizes" -> {
          own = words(value(args, ++i)).map(Integer::valueOf).toList();
          others = own;
        }
        case "--lengths" -> lengths = words(value(args, ++i)).map(Integer::valueOf).toList();
        case "--modes" -> modes = words(value(args, ++i)).map(Options::mode).toList();
        case "--runs" -> runs = Integer.parseInt(value(args, ++i));
        case "--journal" -> journal = Path.of(value(args, ++i));
        case "--quick" -> {
          own = List.of(10);
          others = own;
          lengths = List.of(250);
          runs = 3;
        }
        case "--fresh" -> fresh = true;
        case "--help" -> help = true;
        default -> throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    if (jdks.isEmpty()) {
      jdks.add(Path.of(System.getProperty("java.home")));
    }
    Sizes sizes = new Sizes(own, others, lengths);
    return new Options(jdks, contenders, sizes, modes, runs, journal, fresh, help);
  }

  private static String value(String[] args, int index) {
    if (index == args.length) {
      throw new IllegalArgumentException(args[index - 1] + " needs a value");
    }
    return args[index];
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split(",", -1));
  }

  private static String contender(String name) {
    if (!Inputs.all().containsKey(name)) {
      throw new IllegalArgumentException("unknown contender " + name);
    }
    return name;
  }

  private static Mode mode(String name) {
    for (Mode mode : Mode.values()) {
      if (mode.name().equalsIgnoreCase(name)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("unknown mode " + name);
  }
}
