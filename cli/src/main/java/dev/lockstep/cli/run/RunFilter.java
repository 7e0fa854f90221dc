package dev.lockstep.cli.run;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.metadata.RunSummary;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are listed.
 *
 * @param pipeline only those of this pipeline, or null
 * @param status only those of this status, or null
 * @param limit at most so many
 */
record RunFilter(@Nullable String pipeline, @Nullable String status, int limit) {
  /** What {@code --status} can be, separated by spaces. */
  static final String STATUSES = "running succeeded failed interrupted unreadable";

  static RunFilter of(Arguments arguments) {
    String status = arguments.text("--status");
    List<String> known = List.of(STATUSES.split(" ", -1));
    if (status != null && !known.contains(status)) {
      throw CommandException.usage(
          "--status is one of "
              + String.join(", ", known)
              + ", not '"
              + status
              + "'."
              + Suggestion.didYouMean(status, known));
    }
    String limit = arguments.text("--limit");
    return new RunFilter(
        arguments.text("--pipeline"), status, limit == null ? Integer.MAX_VALUE : number(limit));
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw CommandException.usage("--limit is a whole number from 1 on, not '" + text + "'.");
  }

  /** Whether every run passes. */
  boolean isEmpty() {
    return pipeline == null && status == null && limit == Integer.MAX_VALUE;
  }

  /** The runs that pass, in their order. */
  List<RunSummary> apply(List<RunSummary> runs) {
    List<RunSummary> passing = new ArrayList<>();
    for (RunSummary run : runs) {
      if (passing.size() < limit
          && (pipeline == null || pipeline.equals(run.pipeline()))
          && (status == null || status.equals(run.status().label()))) {
        passing.add(run);
      }
    }
    return passing;
  }
}
