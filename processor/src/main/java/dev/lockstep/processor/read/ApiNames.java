package dev.lockstep.processor.read;

/** Names of the annotations and of the runtime's types that matter to who reads compiler types. */
public final class ApiNames {
  public static final String PIPELINE = "dev.lockstep.Pipeline";
  public static final String STEP = "dev.lockstep.Step";
  public static final String SECRET_SCHEMA = "dev.lockstep.SecretSchema";
  static final String KEY = "dev.lockstep.Key";
  static final String SECRET_NAME = "dev.lockstep.SecretName";
  public static final String PARAM = "dev.lockstep.Param";
  static final String FROM = "dev.lockstep.From";
  static final String EACH = "dev.lockstep.Each";
  public static final String FLAVOR = "dev.lockstep.Flavor";

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
