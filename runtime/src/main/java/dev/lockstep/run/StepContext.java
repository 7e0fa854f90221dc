package dev.lockstep.run;

import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;

/** What a step may know of its run: a parameter of this type receives it. */
public interface StepContext {
  /** The pipeline's name. */
  String pipeline();

  /** The run's identifier, as {@code lockstep runs show} takes it. */
  String run();

  /** The step's name. */
  String step();

  /** Which attempt this is, beginning with 1. */
  int attempt();

  /**
   * A logger whose lines belong to this step. They pass the run's redaction and are kept with the
   * run.
   */
  Logger logger();

  /**
   * The secrets that the step receives as environment, by variable. In a process of its own the
   * same variables are in {@code System.getenv} too. The map's {@code toString} shows no value.
   */
  Map<String, String> environment();

  /**
   * Prepares a child process whose environment is the step's secrets and the few variables that
   * programs need to start ({@code PATH}, {@code HOME}, {@code LANG}, {@code TMPDIR}, {@code TZ}
   * and the like), and nothing else of this process's environment.
   *
   * <p>Read its output, or leave it to pipes: with {@code inheritIO()} it writes to the runner's
   * own output, past the masking of secrets, unless the step runs in a process of its own.
   */
  ProcessBuilder process(String... command);

  /** An empty folder for this attempt's own files, owner-only, deleted when the attempt ends. */
  Path workFolder();
}
