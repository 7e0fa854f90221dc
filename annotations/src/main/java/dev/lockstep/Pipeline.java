package dev.lockstep;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose {@link Step} methods form a pipeline.
 *
 * <pre>{@code
 * @Pipeline(secrets = {"warehouse", "aws"})
 * public class Churn {
 *   @Step List<Customer> load(Warehouse warehouse, @Param("2026-01-01") LocalDate since) { ... }
 *   @Step Model train(List<Customer> customers, @Param("0.01") double learningRate) { ... }
 *   @Step void publish(Model model, @SecretName("aws") AwsSecret credentials) { ... }
 * }
 * }</pre>
 *
 * <p>The processor generates {@code ChurnRunner} in the same package, whose {@code main} runs the
 * pipeline, and the descriptor {@code META-INF/lockstep/<binary name>.json}. Steps are wired by
 * their parameters: a parameter takes the output of the step of its name, or of the only step whose
 * output fits its type; {@link From} decides where neither does.
 *
 * <p>The class needs a constructor without parameters that generated code in its package can call;
 * every step runs on a fresh instance.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Pipeline {
  /**
   * The pipeline's name: lower-case letters, digits and hyphens, beginning with a letter. Default:
   * the class's simple name in kebab-case ({@code DailyChurn} becomes {@code daily-churn}).
   */
  String name() default "";

  /**
   * The names of all secrets that the pipeline may use. A step receives those that it takes as
   * parameters or names in {@link Step#secrets()}. A secret listed here that no step claims is
   * delivered to the environment of every step.
   */
  String[] secrets() default {};

  /**
   * Further classes whose {@link Step} methods belong to the pipeline. They need no annotation of
   * their own and the same kind of constructor as the pipeline.
   */
  Class<?>[] steps() default {};

  /** Whether steps may be skipped when an earlier run did the same work. */
  Cache cache() default Cache.DEFAULT;

  /** Whether steps see secrets that change while the pipeline runs. */
  Rotation rotation() default Rotation.FRESH;

  /**
   * When orchestrators that schedule start the pipeline: five cron fields (minute, hour, day of
   * month, month, day of week). Default: never by itself.
   */
  String schedule() default "";

  /** One or two sentences for whoever reads the pipeline's help or its graph. */
  String description() default "";
}
