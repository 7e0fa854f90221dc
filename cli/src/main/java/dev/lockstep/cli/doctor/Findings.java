package dev.lockstep.cli.doctor;

import dev.lockstep.cli.doctor.Finding.State;
import java.util.ArrayList;
import java.util.List;

/** Collects what the checks find. */
final class Findings {
  private static final String FIX = "Fix: ";

  private final List<Finding> all = new ArrayList<>();

  void ok(String check, String message) {
    all.add(new Finding(check, State.OK, message, ""));
  }

  void warning(String check, String message, String fix) {
    all.add(new Finding(check, State.WARNING, message, fix));
  }

  void problem(String check, String message, String fix) {
    all.add(new Finding(check, State.PROBLEM, message, fix));
  }

  /** A failure whose message says itself how to mend it. */
  void failure(String check, State state, RuntimeException failure) {
    String message = String.valueOf(failure.getMessage());
    int fix = message.lastIndexOf(FIX);
    all.add(
        fix < 0
            ? new Finding(check, state, message, "")
            : new Finding(
                check,
                state,
                message.substring(0, fix).strip(),
                message.substring(fix + FIX.length())));
  }

  List<Finding> all() {
    return all;
  }

  boolean anyProblem() {
    for (Finding finding : all) {
      if (finding.state() == State.PROBLEM) {
        return true;
      }
    }
    return false;
  }
}
