package dev.lockstep.cli.example;

import dev.lockstep.cli.command.CommandGroup;
import dev.lockstep.cli.command.Node;

/** {@code lockstep example}. */
public final class ExampleCommands extends CommandGroup {
  public ExampleCommands() {
    super(
        "Real pipelines to start from. They live in the folder 'examples' of a checkout.",
        child("list", "List the examples"),
        child("run", "Build an example if needed, and run it"));
  }

  @Override
  protected Node open(String name) {
    return switch (name) {
      case "list" -> new ListExamples();
      case "run" -> new RunExample();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
