package dev.lockstep.cli.run;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Prompt;
import dev.lockstep.cli.host.State;
import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.metadata.RunSummary;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.OpenStack;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code lockstep runs delete}. */
final class DeleteRuns extends Command {
  private static final int SHOWN = 10;

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Delete runs, after asking: their records, and the artifacts that no other run uses.",
            "A run that is still going is not deleted, and --all and --older-than leave one that"
                + " cannot be read.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .type(String[].class)
            .arity("0..*")
            .paramLabel("RUN")
            .description("a run, see 'lockstep runs list'; its beginning or its end will do")
            .build());
    Options.flag(spec, "all runs", "--all");
    Options.text(
        spec, "AGE", "all runs that started longer ago, such as P30D or PT12H", "--older-than");
    Options.flag(
        spec, "also runs that seem to be going on a machine that is not this one", "--force");
    Options.yes(spec);
    Options.stack(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) throws IOException {
    List<String> named = arguments.positionals();
    boolean all = arguments.flag("--all");
    Instant before = before(arguments.text("--older-than"));
    if ((named.isEmpty() ? 0 : 1) + (all ? 1 : 0) + (before == null ? 0 : 1) != 1) {
      throw CommandException.usage(
          "Give the runs, or --all, or --older-than AGE, and only one of these."
              + "\n  Fix: 'lockstep runs list' shows the runs there are.");
    }
    try (OpenStack stack = State.of(host).open(arguments.text("--stack"))) {
      MetadataStore store = stack.metadataStore();
      List<RunSummary> runs = store.list();
      StoredRuns stored = new StoredRuns(stack, runs, host.messages());
      boolean force = arguments.flag("--force");
      List<RunSummary> chosen =
          named.isEmpty()
              ? deletable(runs, before, stored, force, host)
              : named(named, runs, stored, force);
      if (chosen.isEmpty()) {
        host.messages().say("No runs to delete.");
        return ExitCode.SUCCESS;
      }
      if (!arguments.flag("--yes")) {
        new Prompt(host).confirm(question(chosen), "No run was deleted.");
      }
      stored.delete(chosen);
      host.messages().say("Deleted " + count(chosen.size()) + ".");
    }
    return ExitCode.SUCCESS;
  }

  private static List<RunSummary> named(
      List<String> named, List<RunSummary> runs, StoredRuns stored, boolean force) {
    List<RunSummary> chosen = new ArrayList<>();
    for (String name : named) {
      RunSummary run = RecordedRuns.summary(name, runs);
      if (isGoing(run, stored, force)) {
        throw CommandException.usage(
            "The run "
                + run.id()
                + " is still going, so nothing was deleted.\n  Fix: "
                + (stored.isHere(run)
                    ? "wait for its end, or end its process " + stored.process(run) + "."
                    : "if its machine is gone, add --force."));
      }
      if (!chosen.contains(run)) {
        chosen.add(run);
      }
    }
    return chosen;
  }

  private static List<RunSummary> deletable(
      List<RunSummary> runs,
      @Nullable Instant before,
      StoredRuns stored,
      boolean force,
      Host host) {
    List<RunSummary> chosen = new ArrayList<>();
    for (RunSummary run : runs) {
      if (before != null && !run.started().isBefore(before)) {
        continue;
      }
      if (run.status() == RunStatus.UNREADABLE) {
        host.messages()
            .warn(
                "The run "
                    + run.id()
                    + " stays, because its record cannot be read. To delete it all the same:"
                    + " lockstep runs delete "
                    + run.id());
      } else if (isGoing(run, stored, force)) {
        host.messages().warn("The run " + run.id() + " stays, because it is still going.");
      } else {
        chosen.add(run);
      }
    }
    return chosen;
  }

  private static boolean isGoing(RunSummary run, StoredRuns stored, boolean force) {
    return run.status() == RunStatus.RUNNING && (!force || stored.isHere(run));
  }

  /** Reads {@code P30D}, {@code P2W}, {@code PT12H}. */
  private static @Nullable Instant before(@Nullable String age) {
    if (age == null) {
      return null;
    }
    Instant now = Instant.now();
    try {
      // Days are those of a calendar, but nobody counts them by the second.
      Instant before =
          age.indexOf('T') >= 0 || age.indexOf('t') >= 0
              ? now.minus(Duration.parse(age))
              : now.atOffset(ZoneOffset.UTC).minus(Period.parse(age)).toInstant();
      if (!before.isAfter(now)) {
        return before;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // Said below.
    }
    throw CommandException.usage(
        "--older-than is an ISO 8601 duration such as P30D (30 days) or PT12H (12 hours), not '"
            + age
            + "'.");
  }

  private static String question(List<RunSummary> runs) {
    StringBuilder question = new StringBuilder();
    for (int i = 0; i < runs.size() && i < SHOWN; i++) {
      RunSummary run = runs.get(i);
      question.append("  ").append(run.id()).append("  ").append(run.pipeline());
      question.append("  ").append(run.status().label()).append('\n');
    }
    if (runs.size() > SHOWN) {
      question.append("  and ").append(runs.size() - SHOWN).append(" more\n");
    }
    return question
        .append("Delete ")
        .append(
            runs.size() == 1
                ? "this run and its artifacts?"
                : "these " + runs.size() + " runs and their artifacts?")
        .toString();
  }

  private static String count(int runs) {
    return runs == 1 ? "1 run" : runs + " runs";
  }
}
