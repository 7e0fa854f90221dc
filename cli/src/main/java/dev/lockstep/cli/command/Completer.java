package dev.lockstep.cli.command;

import dev.lockstep.cli.command.Completion.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Says how an unfinished command line can go on, from the table of commands itself. */
public final class Completer {
  private final CommandGroup top;
  private final NameSource names;

  public Completer(CommandGroup top, NameSource names) {
    this.top = top;
    this.names = names;
  }

  /**
   * Completes the last word.
   *
   * @param words what is typed behind {@code lockstep}, up to the cursor; the last one may be empty
   */
  public Completion complete(List<String> words) {
    if (words.isEmpty()) {
      return Completion.NOTHING;
    }
    String current = words.get(words.size() - 1);
    List<String> path = new ArrayList<>();
    CommandGroup group = top;
    for (int i = 0; i < words.size() - 1; i++) {
      String word = words.get(i);
      if (word.equals("--debug")) {
        continue;
      }
      if (!group.names().contains(word)) {
        return Completion.NOTHING;
      }
      path.add(word);
      Node node = group.open(word);
      if (node instanceof Command command) {
        return new Line(path, command).complete(words.subList(i + 1, words.size()));
      }
      group = (CommandGroup) node;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (CommandGroup.Child child : group.children()) {
      add(candidates, current, child.name(), child.summary());
    }
    if (current.startsWith("-")) {
      add(candidates, current, "--help", "show the commands");
    }
    return new Completion(false, candidates);
  }

  private static void add(
      List<Candidate> candidates, String typed, String word, String description) {
    if (word.startsWith(typed)) {
      candidates.add(new Candidate(word, description));
    }
  }

  private static Completion startingWith(Completion completion, String typed, String before) {
    List<Candidate> candidates = new ArrayList<>();
    for (Candidate candidate : completion.candidates()) {
      if (candidate.word().startsWith(typed)) {
        candidates.add(new Candidate(before + candidate.word(), candidate.description()));
      }
    }
    return new Completion(completion.files(), candidates);
  }

  /** The words behind the name of a command. */
  private final class Line {
    private final List<String> path;
    private final Command command;
    private final CommandSpec spec;
    private final List<String> positionals = new ArrayList<>();
    private final Map<String, String> given = new LinkedHashMap<>();

    Line(List<String> path, Command command) {
      this.path = path;
      this.command = command;
      this.spec = ArgumentParser.describe("lockstep", command);
    }

    Completion complete(List<String> words) {
      String current = words.get(words.size() - 1);
      for (int i = 0; i < words.size() - 1; i++) {
        String word = words.get(i);
        if (!word.startsWith("-") || word.equals("-")) {
          positionals.add(word);
          if (command.passesOnRest()) {
            return rest(words.subList(i + 1, words.size()));
          }
          continue;
        }
        int equals = word.indexOf('=');
        OptionSpec option = spec.findOption(equals < 0 ? word : word.substring(0, equals));
        if (option == null) {
          continue;
        }
        if (equals >= 0 || option.arity().max() == 0) {
          given.put(option.longestName(), equals < 0 ? "" : word.substring(equals + 1));
        } else if (i + 1 == words.size() - 1) {
          return startingWith(values(option), current, "");
        } else {
          i++;
          given.put(option.longestName(), words.get(i));
        }
      }
      return current.startsWith("-") ? options(current) : positional(current);
    }

    private Completion rest(List<String> words) {
      Place place = new Place(path, null, "", positionals, given);
      return startingWith(names.rest(place, words), words.get(words.size() - 1), "");
    }

    private Completion options(String current) {
      int equals = current.indexOf('=');
      if (equals >= 0) {
        String name = current.substring(0, equals);
        OptionSpec option = spec.findOption(name);
        return option == null || option.arity().max() == 0
            ? Completion.NOTHING
            : startingWith(values(option), current.substring(equals + 1), name + "=");
      }
      List<Candidate> candidates = new ArrayList<>();
      for (OptionSpec option : spec.options()) {
        if (!option.hidden()
            && (option.isMultiValue() || !given.containsKey(option.longestName()))) {
          add(candidates, current, option.longestName(), description(option));
        }
      }
      if (command.takesUnknownArguments()) {
        Place place = new Place(path, null, "--", positionals, given);
        candidates.addAll(startingWith(names.names(place), current, "").candidates());
      }
      return new Completion(false, candidates);
    }

    private static String description(OptionSpec option) {
      return option.description().length == 0 ? "" : option.description()[0];
    }

    private Completion values(OptionSpec option) {
      Iterable<String> choices = option.completionCandidates();
      if (choices == null) {
        return names.names(
            new Place(path, option.longestName(), option.paramLabel(), positionals, given));
      }
      List<Candidate> candidates = new ArrayList<>();
      for (String choice : choices) {
        candidates.add(new Candidate(choice, ""));
      }
      return new Completion(false, candidates);
    }

    private Completion positional(String current) {
      PositionalParamSpec expected = expected();
      return expected == null
          ? Completion.NOTHING
          : startingWith(
              names.names(new Place(path, null, expected.paramLabel(), positionals, given)),
              current,
              "");
    }

    private @Nullable PositionalParamSpec expected() {
      for (PositionalParamSpec positional : spec.positionalParameters()) {
        if (positional.index().contains(positionals.size())) {
          return positional;
        }
      }
      return null;
    }
  }
}
