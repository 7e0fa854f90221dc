package dev.lockstep.descriptor;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of a pipeline.
 *
 * @param name the step's name
 * @param className the binary name of the class that declares the method
 * @param method the method's name
 * @param description what the author said of it, or empty
 * @param after names of steps that must end first although nothing is taken from them
 * @param inputs what the method's parameters take, in their order
 * @param environment names of the secrets whose keys the step receives as environment
 * @param outputs what it leaves: nothing, one output named like the step, or one per component of
 *     the returned record, named {@code step.component}
 * @param cache {@code DEFAULT}, {@code ON} or {@code OFF}
 * @param retries how often a failed attempt is repeated
 * @param backoff the pause before the first repetition
 * @param timeout how long one attempt may take, or null
 * @param isolation {@code DEFAULT}, {@code IN_PROCESS} or {@code PROCESS}
 * @param cpu a Kubernetes quantity, or null
 * @param memory a Kubernetes quantity, or null
 */
public record StepDescriptor(
    String name,
    String className,
    String method,
    String description,
    List<String> after,
    List<InputDescriptor> inputs,
    List<String> environment,
    List<OutputDescriptor> outputs,
    String cache,
    int retries,
    Duration backoff,
    @Nullable Duration timeout,
    String isolation,
    @Nullable String cpu,
    @Nullable String memory) {

  /** The pause before the first repetition, where nothing else is said. */
  static final Duration BACKOFF = Duration.ofSeconds(1);

  public StepDescriptor {
    after = List.copyOf(after);
    inputs = List.copyOf(inputs);
    environment = List.copyOf(environment);
    outputs = List.copyOf(outputs);
  }

  /** The steps that must end before this one starts: producers of its inputs, and {@code after}. */
  public Set<String> upstream() {
    Set<String> upstream = new LinkedHashSet<>();
    for (InputDescriptor input : inputs) {
      if (input instanceof InputDescriptor.Artifact artifact) {
        artifact.outputs().forEach(output -> upstream.add(OutputDescriptor.step(output)));
      }
    }
    upstream.addAll(after);
    return upstream;
  }

  /** The names of all secrets that the step receives, as parameters or environment. */
  public Set<String> secrets() {
    Set<String> names = parameterSecrets();
    names.addAll(environment);
    return names;
  }

  /** The names of the secrets that the step receives as parameters. */
  public Set<String> parameterSecrets() {
    Set<String> names = new LinkedHashSet<>();
    for (InputDescriptor input : inputs) {
      if (input instanceof InputDescriptor.SecretInput secret) {
        names.add(secret.secret());
      }
    }
    return names;
  }

  /** Whether the step cannot run without a secret. */
  public boolean requires(String secret) {
    for (InputDescriptor input : inputs) {
      if (input instanceof InputDescriptor.SecretInput taken
          && taken.secret().equals(secret)
          && !taken.optional()) {
        return true;
      }
    }
    return environment.contains(secret);
  }
}
