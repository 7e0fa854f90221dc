package dev.lockstep;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a step's parameter as a parameter of the pipeline: an option of its runner in kebab-case
 * ({@code learningRate} becomes {@code --learning-rate}). Two steps that take a parameter of one
 * name, type and default share it.
 *
 * <p>Supported types: {@code String}, {@code boolean}, {@code int}, {@code long}, {@code double},
 * {@code float}, {@code short}, {@code byte} and their boxes, {@code BigInteger}, {@code
 * BigDecimal}, {@code LocalDate}, {@code LocalTime}, {@code LocalDateTime}, {@code Instant}, {@code
 * Duration}, {@code Period}, {@code URI}, {@code UUID}, {@code Path} and enums.
 *
 * <p>On a component of the record that configures a {@link Flavor}, it says more about the option
 * that the component stands for: its default, its name and what it means.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Param {
  /** Stands for "no default" in {@link #value()}; not meant to be written. */
  String REQUIRED = "\u0000required";

  /** The default, as text. Without it, the parameter must be given. */
  String value() default REQUIRED;

  /**
   * The parameter's name in camelCase or kebab-case. Default: the name of the Java parameter, or of
   * the record's component.
   */
  String name() default "";

  /** What the parameter means and its unit, for help texts. */
  String description() default "";
}
