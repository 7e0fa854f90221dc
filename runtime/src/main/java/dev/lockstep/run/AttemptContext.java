package dev.lockstep.run;

import dev.lockstep.orchestrator.StepAssignment;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;

/** The context of one attempt. */
final class AttemptContext implements StepContext {
  private final String pipeline;
  private final StepAssignment assignment;
  private final Map<String, String> environment;
  private final Map<String, String> processEnvironment;
  private final AttemptFolder folder;
  private final Logger logger;

  /**
   * Creates a context.
   *
   * @param environment the step's secrets, by variable
   * @param processEnvironment this process's own environment, of which child processes get a part
   */
  AttemptContext(
      String pipeline,
      StepAssignment assignment,
      Map<String, String> environment,
      Map<String, String> processEnvironment,
      AttemptFolder folder,
      Logger logger) {
    this.pipeline = pipeline;
    this.assignment = assignment;
    this.environment = environment;
    this.processEnvironment = processEnvironment;
    this.folder = folder;
    this.logger = logger;
  }

  @Override
  public String pipeline() {
    return pipeline;
  }

  @Override
  public String run() {
    return assignment.run();
  }

  @Override
  public String step() {
    return assignment.step();
  }

  @Override
  public int attempt() {
    return assignment.attempt();
  }

  @Override
  public Logger logger() {
    return logger;
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public ProcessBuilder process(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> variables = builder.environment();
    variables.clear();
    variables.putAll(StepEnvironment.clean(processEnvironment));
    variables.putAll(environment);
    return builder;
  }

  @Override
  public Path workFolder() {
    return folder.workUnchecked();
  }
}
