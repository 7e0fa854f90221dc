package dev.lockstep.cli.run;

import dev.lockstep.cli.command.CommandGroup;
import dev.lockstep.cli.command.Node;

/** {@code lockstep runs}. */
public final class RunsCommands extends CommandGroup {
  public RunsCommands() {
    super(
        "Runs are recorded in the active stack's metadata store.",
        child("list", "List the runs, the newest first"),
        child("show", "Show a run and its steps"),
        child("logs", "Show what the steps of a run logged"),
        child("delete", "Delete runs with what they stored, after asking"));
  }

  @Override
  protected Node open(String name) {
    return switch (name) {
      case "list" -> new ListRuns();
      case "show" -> new ShowRun();
      case "logs" -> new RunLogs();
      case "delete" -> new DeleteRuns();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
