package dev.lockstep.processor.wire;

import com.squareup.javapoet.TypeName;
import dev.lockstep.processor.model.KeyDeclaration;
import dev.lockstep.processor.model.MaterializerDeclaration;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline with nothing left to decide: what writers write.
 *
 * @param steps producers before consumers
 */
public record Plan(
    PipelineDeclaration pipeline,
    List<PlannedSecret> secrets,
    List<PlannedParameter> parameters,
    List<PlannedStep> steps) {

  public Plan {
    secrets = List.copyOf(secrets);
    parameters = List.copyOf(parameters);
    steps = List.copyOf(steps);
  }

  /**
   * A secret that the pipeline may use.
   *
   * @param type the schema's type, or null when no step takes it typed
   */
  public record PlannedSecret(
      String name,
      @Nullable String type,
      boolean optional,
      boolean atLeastOne,
      String description,
      List<PlannedKey> keys) {
    public PlannedSecret {
      keys = List.copyOf(keys);
    }
  }

  /**
   * A key of a secret; several schemas may look at it.
   *
   * @param required whether any of them needs it
   */
  public record PlannedKey(KeyDeclaration key, boolean required) {}

  /** A parameter of the pipeline; several steps may take it. */
  public record PlannedParameter(
      String name,
      String type,
      @Nullable String defaultText,
      List<String> constants,
      String description) {
    public PlannedParameter {
      constants = List.copyOf(constants);
    }
  }

  /**
   * A step.
   *
   * @param environment names of the secrets that it receives as environment
   * @param takenApart whether the returned record is stored in components
   */
  public record PlannedStep(
      StepDeclaration step,
      List<Input> inputs,
      List<String> environment,
      List<Output> outputs,
      boolean takenApart) {
    public PlannedStep {
      inputs = List.copyOf(inputs);
      environment = List.copyOf(environment);
      outputs = List.copyOf(outputs);
    }
  }

  /** What one parameter takes. */
  public sealed interface Input {
    /** The Java parameter's name. */
    String parameter();

    /** The step's context. */
    record Context(String parameter) implements Input {}

    /** A secret; the schema is null for the raw secret. */
    record Secret(
        String parameter, String secret, @Nullable SchemaDeclaration schema, boolean optional)
        implements Input {}

    /** A parameter of the pipeline. */
    record Value(String parameter, String option, TypeName boxed) implements Input {}

    /**
     * An artifact.
     *
     * @param outputs one, or all components when the parameter takes a record that is stored in
     *     components
     * @param record the record to put together again, or null
     * @param materializer the producer's, or null
     */
    record Artifact(
        String parameter,
        TypeRef type,
        List<Output> outputs,
        @Nullable TypeRef record,
        @Nullable MaterializerDeclaration materializer)
        implements Input {
      public Artifact {
        outputs = List.copyOf(outputs);
      }
    }
  }
}
