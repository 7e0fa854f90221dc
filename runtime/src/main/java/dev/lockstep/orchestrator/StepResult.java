package dev.lockstep.orchestrator;

import dev.lockstep.artifact.Artifact;
import dev.lockstep.metadata.Failure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How one attempt of a step ended. */
public sealed interface StepResult {
  /** The secrets that the attempt read, by name, with their versions. */
  Map<String, String> secrets();

  /**
   * It succeeded.
   *
   * @param outputs what it left
   */
  record Succeeded(Map<String, String> secrets, List<Artifact> outputs) implements StepResult {
    public Succeeded {
      secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * It failed.
   *
   * @param failure why, redacted
   */
  record Failed(Map<String, String> secrets, Failure failure) implements StepResult {
    public Failed {
      secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }
  }
}
