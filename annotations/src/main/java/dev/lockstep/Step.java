package dev.lockstep;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a {@link Pipeline} class, or of a class that the pipeline includes, as a step.
 *
 * <p>The method's parameters say what the step needs. They are told apart in this order:
 *
 * <ol>
 *   <li>{@code dev.lockstep.run.StepContext}: facts of the run, a logger, the step's environment;
 *   <li>a {@link SecretSchema} type, or {@code dev.lockstep.secret.Secret}: the secret with the
 *       parameter's name, or the one that {@link SecretName} says; inside {@code Optional} when the
 *       secret itself may be absent;
 *   <li>{@link Param}: a parameter of the pipeline, an option of its runner;
 *   <li>everything else is an artifact: the output of another step.
 * </ol>
 *
 * <p>What the method returns is stored and handed to the steps that take it. A returned record may
 * also be taken apart: a step whose parameter has the name and type of a component takes just that
 * component. A result that no step takes is a result of the pipeline.
 *
 * <p>The method may be package-private or static and may throw anything. It may not be private or
 * generic.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Step {
  /** The step's name, unique in the pipeline. Default: the method's name. */
  String name() default "";

  /**
   * Names of secrets, all listed in {@link Pipeline#secrets()}, that the step receives as
   * environment: each key becomes a variable in capitals ({@code aws_access_key_id} becomes {@code
   * AWS_ACCESS_KEY_ID}).
   */
  String[] secrets() default {};

  /** Names of steps that must end before this one starts, although it takes nothing from them. */
  String[] after() default {};

  /** Whether the step may be skipped. Default: what the pipeline says. */
  Cache cache() default Cache.DEFAULT;

  /** How often a failed attempt is repeated: 0, the default, means that it is not. */
  int retries() default 0;

  /**
   * The pause before the first repetition, as an ISO 8601 duration; it doubles with every further
   * one, up to ten times. Default: {@code PT1S}.
   */
  String backoff() default "";

  /**
   * How long one attempt may take, as an ISO 8601 duration, before it is interrupted and fails.
   * Default: no limit.
   */
  String timeout() default "";

  /** Where the step's code executes when the orchestrator is local. */
  Isolation isolation() default Isolation.DEFAULT;

  /**
   * The {@code dev.lockstep.artifact.Materializer} that writes and reads what this step returns; it
   * needs a constructor without parameters that generated code can call. Default ({@code
   * void.class}): chosen by the returned type.
   */
  Class<?> materializer() default void.class;

  /** What the step needs of the machine that executes it. */
  Resources resources() default @Resources;

  /** One or two sentences for whoever reads the pipeline's help or its graph. */
  String description() default "";
}
