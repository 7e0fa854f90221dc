package dev.lockstep.run.console;

import java.util.List;

/** The runner's own options, beside one per parameter of its pipeline. */
public final class RunnerOptions {
  /** Their names: what is suggested for a misspelt one, and what a shell completes. */
  public static final List<String> NAMES =
      List.of(
          "--stack", "--params", "--check", "--plan", "--output", "--debug", "--help", "--version");

  /** The variable that says how much is verified before the first step. */
  public static final String PREFLIGHT_VARIABLE = "LOCKSTEP_PREFLIGHT";

  private RunnerOptions() {}
}
