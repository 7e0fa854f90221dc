package dev.lockstep;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which output a step's parameter takes, when its type and name do not decide.
 *
 * <pre>{@code
 * @Step Report compare(@From("train") Model candidate, @From("split.test") Matrix test) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface From {
  /** A step's name, or {@code "step.component"} for one component of the record it returns. */
  String value();
}
