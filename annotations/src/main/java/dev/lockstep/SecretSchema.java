package dev.lockstep;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface that describes the shape of a secret: one method without parameters per key.
 *
 * <pre>{@code
 * @SecretSchema("warehouse")
 * public interface Warehouse {
 *   URI url();                             // key "url", required
 *   String username();
 *   SecretValue password();                // redacted everywhere, reveal() to use it
 *   Optional<SecretValue> token();         // optional
 *   default int port() { return 5432; }    // optional, with a default
 * }
 * }</pre>
 *
 * <p>A key's value has one of the types {@code String}, {@code SecretValue}, {@code char[]}, {@code
 * byte[]} (base64 in the secret), {@code boolean}, {@code int}, {@code long}, {@code double},
 * {@code URI}, {@code Path}, {@code Duration}, an enum, or {@code Optional} of one of them. The
 * processor generates {@code WarehouseSchema}, which reads a secret into the interface and reports
 * every missing key and unreadable value at once, never a value. It must be an interface because
 * classes, enums and records print what they hold.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SecretSchema {
  /**
   * The schema's type, by which secrets are marked in a secrets manager: lower-case letters, digits
   * and underscores. Default: the interface's simple name in snake_case.
   */
  String value() default "";

  /** Whether a secret needs at least one key, although every key by itself is optional. */
  boolean atLeastOne() default false;

  /** One or two sentences for whoever has to fill in the secret. */
  String description() default "";
}
