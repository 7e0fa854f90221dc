package dev.lockstep.run;

import dev.lockstep.secret.Secret;
import java.util.List;
import java.util.Map;

/**
 * What the check before the first step found.
 *
 * @param problems everything that would make the run die; empty when it may start
 * @param remarks what is worth knowing and stops nothing, such as keys that a schema does not know
 * @param secrets the secrets that were read, by name
 */
public record PreflightReport(
    List<Problem> problems, List<String> remarks, Map<String, Secret> secrets) {

  /**
   * Something that would make the run die.
   *
   * @param message what is wrong and where
   * @param fix the command that mends it
   */
  public record Problem(String message, String fix) {}

  public PreflightReport {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
    secrets = Map.copyOf(secrets);
  }

  /** All problems as text, each with the command that mends it. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Problem problem : problems) {
      text.append("  - ").append(problem.message()).append('\n');
      text.append("    Fix: ").append(problem.fix()).append('\n');
    }
    return text.toString();
  }
}
