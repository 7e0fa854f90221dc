package dev.lockstep.descriptor;

import java.util.List;

/** What one parameter of a step's method takes. */
public sealed interface InputDescriptor {
  /** The Java parameter's name. */
  String parameter();

  /**
   * Outputs of other steps: one, or all components of a record in their order, when that record was
   * taken apart and this parameter takes it whole.
   *
   * @param outputs names of {@link OutputDescriptor}s
   * @param type the parameter's Java type as written in source, fully qualified
   */
  record Artifact(String parameter, List<String> outputs, String type) implements InputDescriptor {
    public Artifact {
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * A parameter of the pipeline.
   *
   * @param name the {@link ParameterDescriptor}'s name
   */
  record Parameter(String parameter, String name) implements InputDescriptor {}

  /**
   * A secret, in memory only.
   *
   * @param secret the secret's name
   * @param type the schema type under which it is taken, or empty for the raw secret
   * @param optional whether the step can do without it
   */
  record SecretInput(String parameter, String secret, String type, boolean optional)
      implements InputDescriptor {}

  /** The {@code StepContext}. */
  record Context(String parameter) implements InputDescriptor {}
}
