package dev.lockstep.processor.read;

/** Names of the annotations and of the runtime's types that matter while reading. */
final class ApiNames {
  static final String PIPELINE = "dev.lockstep.Pipeline";
  static final String STEP = "dev.lockstep.Step";
  static final String SECRET_SCHEMA = "dev.lockstep.SecretSchema";
  static final String KEY = "dev.lockstep.Key";
  static final String SECRET_NAME = "dev.lockstep.SecretName";
  static final String PARAM = "dev.lockstep.Param";
  static final String FROM = "dev.lockstep.From";
  static final String EACH = "dev.lockstep.Each";
  static final String FLAVOR = "dev.lockstep.Flavor";

  static final String SECRET = "dev.lockstep.secret.Secret";
  static final String SECRET_VALUE = "dev.lockstep.secret.SecretValue";
  static final String STEP_CONTEXT = "dev.lockstep.run.StepContext";
  static final String MATERIALIZER = "dev.lockstep.artifact.Materializer";
  static final String COMPONENT_CONTEXT = "dev.lockstep.stack.ComponentContext";
  static final String COMPONENT_FLAVOR = "dev.lockstep.stack.ComponentFlavor";
  static final String COMPILED_PIPELINE = "dev.lockstep.run.CompiledPipeline";

  /** What the Kotlin compiler marks its classes with. */
  static final String KOTLIN = "kotlin.Metadata";

  /** What {@code @Param} has for "no default". */
  static final String REQUIRED = "\u0000required";

  private ApiNames() {}
}
