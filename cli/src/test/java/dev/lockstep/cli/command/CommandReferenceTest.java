package dev.lockstep.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page with every command's help is what the commands say. {@code -Dlockstep.regenerate=true}
 * writes it anew.
 */
class CommandReferenceTest {
  private static final Path PAGE = Path.of("../docs/reference/command-line.md");

  @Test
  void thePageShowsTheHelpOfEveryCommand() throws IOException {
    String generated = page();
    if (Boolean.getBoolean("lockstep.regenerate")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, generated);
    }

    assertThat(PAGE).content().isEqualTo(generated);
  }

  private static String page() {
    StringBuilder list = new StringBuilder();
    StringBuilder helps = new StringBuilder();
    add("lockstep", Commands.top(), list, helps);
    return """
        # Every command

        What `--help` says of each, written by the build. [The command line](../command-line.md) says what the help has no
        room for.

        | command | does |
        |---|---|
        %s
        %s"""
        .formatted(list, helps.substring(0, helps.length() - 1));
  }

  private static void add(
      String path, CommandGroup group, StringBuilder list, StringBuilder helps) {
    section(path, CommandHelp.of(path, group), helps);
    for (CommandGroup.Child child : group.children()) {
      String name = path + " " + child.name();
      list.append("| [`" + name + "`](#" + name.replace(' ', '-') + ") | ");
      list.append(child.summary() + " |\n");
      Node node = group.open(child.name());
      if (node instanceof Command command) {
        section(name, new ArgumentParser(name, command).help(), helps);
      } else {
        add(name, (CommandGroup) node, list, helps);
      }
    }
  }

  private static void section(String path, String help, StringBuilder helps) {
    helps.append("## " + path + "\n\n```\n" + help.stripTrailing() + "\n```\n\n");
  }
}
