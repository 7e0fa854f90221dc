package dev.lockstep.cli.run;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunSummary;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** Finds the recorded runs that are meant: an identifier, its beginning or its end will do. */
final class RecordedRuns {
  private final MetadataStore store;

  RecordedRuns(MetadataStore store) {
    this.store = store;
  }

  /** A run in full. */
  RunRecord record(String wanted) {
    RunRecord exact = store.find(wanted).orElse(null);
    if (exact != null) {
      return exact; // Without reading any other one.
    }
    return store.find(summary(wanted, store.list()).id()).orElseThrow(() -> missing(wanted));
  }

  /** One of the runs of a list. */
  static RunSummary summary(String wanted, List<RunSummary> runs) {
    List<String> ids = new ArrayList<>();
    List<RunSummary> matches = new ArrayList<>();
    for (RunSummary run : runs) {
      String id = run.id();
      ids.add(id);
      if (id.equals(wanted)) {
        return run;
      }
      if (!wanted.isEmpty() && (id.startsWith(wanted) || id.endsWith(wanted))) {
        matches.add(run);
      }
    }
    if (matches.size() > 1) {
      throw CommandException.usage(
          "'" + wanted + "' could be any of " + matches.size() + " runs. Give more of it.");
    }
    if (matches.isEmpty()) {
      throw missing(wanted, Suggestion.didYouMean(wanted, ids));
    }
    return matches.get(0);
  }

  private static CommandException missing(String wanted) {
    return missing(wanted, "");
  }

  private static CommandException missing(String wanted, String suggestion) {
    return CommandException.usage(
        "There is no run '"
            + wanted
            + "'."
            + suggestion
            + "\n  Fix: 'lockstep runs list' shows the runs there are.");
  }
}
