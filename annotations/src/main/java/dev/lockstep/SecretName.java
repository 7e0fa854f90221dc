package dev.lockstep;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which secret a step's parameter takes, when the parameter's name is not the secret's.
 *
 * <pre>{@code
 * @Step void publish(Model model, @SecretName("aws") AwsSecret credentials) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface SecretName {
  /** A name listed in {@link Pipeline#secrets()}. */
  String value();
}
