package dev.lockstep;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a step needs of the machine that executes it. Orchestrators that place steps on a cluster
 * request it; the local orchestrator ignores it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Resources {
  /** Processor time, as a Kubernetes quantity: {@code "2"} cores or {@code "500m"} thousandths. */
  String cpu() default "";

  /** Memory, as a Kubernetes quantity: {@code "2Gi"}, {@code "512Mi"}. */
  String memory() default "";
}
