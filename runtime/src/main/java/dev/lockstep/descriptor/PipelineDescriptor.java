package dev.lockstep.descriptor;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as the processor described it in {@code META-INF/lockstep/<binary name>.json}.
 *
 * @param name the pipeline's name, in kebab-case
 * @param className the binary name of the annotated class
 * @param runner the binary name of the generated runner
 * @param description what the author said of it, or empty
 * @param cache {@code DEFAULT}, {@code ON} or {@code OFF}
 * @param rotation {@code FRESH} or {@code PINNED}
 * @param schedule five cron fields, or null
 * @param secrets all secrets that it may use, in the order in which they are listed
 * @param parameters its parameters, in the order of the steps that take them
 * @param steps its steps, in a stable topological order
 */
public record PipelineDescriptor(
    String name,
    String className,
    String runner,
    String description,
    String cache,
    String rotation,
    @Nullable String schedule,
    List<SecretDescriptor> secrets,
    List<ParameterDescriptor> parameters,
    List<StepDescriptor> steps) {

  /**
   * The format's version: a reader refuses a greater one and ignores fields that it does not know.
   */
  public static final int FORMAT = 1;

  /**
   * What was added to the format since, for whoever wants to know; readers of the same {@link
   * #FORMAT} need not.
   */
  public static final int MINOR = 1;

  public PipelineDescriptor {
    secrets = List.copyOf(secrets);
    parameters = List.copyOf(parameters);
    steps = List.copyOf(steps);
  }

  /** The step of that name. */
  public Optional<StepDescriptor> step(String name) {
    return steps.stream().filter(step -> step.name().equals(name)).findFirst();
  }

  /** The secret of that name. */
  public Optional<SecretDescriptor> secret(String name) {
    return secrets.stream().filter(secret -> secret.name().equals(name)).findFirst();
  }
}
