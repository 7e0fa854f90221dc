package dev.lockstep;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says more about a key of a {@link SecretSchema} than its method's name and type do. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Key {
  /** The key's name in the secret. Default: the method's name in snake_case. */
  String value() default "";

  /**
   * The variable that carries the key when the secret is delivered as environment. Default: the
   * key's name in capitals, other characters than letters, digits and {@code _} becoming {@code _}.
   */
  String env() default "";

  /**
   * Whether the value is replaced by {@code ***} wherever output passes. Switch it off for values
   * that are no secret, such as a user's name or a host.
   */
  boolean masked() default true;

  /** A regular expression ({@code java.util.regex}) that the whole value must match. */
  String pattern() default "";

  /** What the value is and where to find it, for whoever has to fill in the secret. */
  String description() default "";
}
