package dev.lockstep.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

/** A message that names a command which does not exist leads its reader astray. */
class CommandsInMessagesTest {
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"\n(.*?)\"\"\"", Pattern.DOTALL);
  private static final Pattern MENTION =
      Pattern.compile("(?<![\\w.~/-])lockstep ((?:(?!lockstep )[^'`\\n\\\\;)])*)");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z-]*");
  private static final Pattern OPTION = Pattern.compile("--?[a-z][a-z-]*");

  /** What follows the name where it stands for the program itself. */
  private static final Set<String> PROSE = Set.of("in", "reads", "that");

  @Test
  void everyCommandInAMessageExists() throws IOException {
    List<String> wrong = new ArrayList<>();
    int mentions = 0;
    for (String module :
        List.of(
            "runtime",
            "processor",
            "cli",
            "testing",
            "integrations/sqlite",
            "integrations/aws",
            "integrations/gcp",
            "integrations/azure",
            "integrations/vault")) {
      for (Path file : files(Path.of("..", module, "src/main"))) {
        for (String text : texts(file)) {
          Matcher mention = MENTION.matcher(text);
          while (mention.find()) {
            mentions++;
            String problem = problem(mention.group(1).strip());
            if (problem != null) {
              wrong.add(file + ": lockstep " + mention.group(1) + ": " + problem);
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(mentions).as("or nothing was looked at").isGreaterThan(60);
  }

  @Test
  void whatDoesNotExistIsNoticed() {
    assertThat(problem("secret regster NAME")).isEqualTo("there is no 'regster'");
    assertThat(problem("sacret list")).isEqualTo("there is no 'sacret'");
    assertThat(problem("secret list --nope")).isEqualTo("it has no option --nope");
    assertThat(problem("secret")).isNull();
    assertThat(problem("secret register NAME --any_key=VALUE")).isNull();
    assertThat(problem("stack update NAME -x NAME")).isNull();
    assertThat(problem("run TARGET --check")).isNull();
  }

  private static @Nullable String problem(String called) {
    Node node = Commands.top();
    for (String word : called.split(" ", -1)) {
      if (node instanceof Command command) {
        String problem = optionProblem(command, word);
        if (problem != null) {
          return problem;
        }
      } else if (WORD.matcher(word).matches() && node instanceof CommandGroup group) {
        if (!group.names().contains(word) && !group.hides(word)) {
          return PROSE.contains(word) && group.names().contains("version")
              ? null
              : "there is no '" + word + "'";
        }
        node = group.open(word);
      } else {
        return null; // A placeholder, or put together from parts.
      }
    }
    return null;
  }

  private static @Nullable String optionProblem(Command command, String word) {
    if (command.takesUnknownArguments() || command.passesOnRest()) {
      return null;
    }
    CommandSpec spec = ArgumentParser.describe("lockstep", command);
    Matcher option = OPTION.matcher(word);
    return option.lookingAt() && spec.findOption(option.group()) == null
        ? "it has no option " + option.group()
        : null;
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(java|md|bash|zsh|fish)"))
          .sorted()
          .toList();
    }
  }

  /** The literals of code, neighbours put together; other files as they are. */
  private static List<String> texts(Path file) throws IOException {
    String content = Files.readString(file);
    if (!file.toString().endsWith(".java")) {
      return List.of(content.replaceAll("#[^\n]*", ""));
    }
    List<String> texts = new ArrayList<>();
    Matcher block = TEXT_BLOCK.matcher(content);
    while (block.find()) {
      texts.add(block.group(1));
    }
    String code =
        content
            .replaceAll("(?s)\"\"\"\n.*?\"\"\"", "")
            .replaceAll("(?m)^ *(\\*|/\\*\\*|//).*$", "")
            .replaceAll("\"\\s*\\+\\s*\"", "");
    Matcher literal = LITERAL.matcher(code);
    while (literal.find()) {
      texts.add(literal.group(1));
    }
    return texts;
  }
}
