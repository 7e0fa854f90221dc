package dev.lockstep;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class as a flavor of a stack component: a {@code SecretsManager}, an {@code
 * ArtifactStore}, a {@code MetadataStore} or an {@code Orchestrator}.
 *
 * <pre>{@code
 * @Flavor(value = "keychain", description = "Secrets in the keychain of this machine.")
 * public final class Keychain implements SecretsManager {
 *   public record Config(
 *       URI url,
 *       SecretValue token,
 *       @Param(value = "PT5S", description = "how long to wait for an answer") Duration timeout,
 *       Optional<String> prefix) {}
 *
 *   public Keychain(Config config, ComponentContext context) { ... }
 *   ...
 * }
 * }</pre>
 *
 * <p>The constructor takes, in any order, at most one record, which is the configuration, and at
 * most one {@code ComponentContext}. Each component of the record becomes an option, {@code
 * --timeout=PT10S}, whose default and meaning {@link Param} gives. Supported types are {@code
 * String}, {@code SecretValue} (never shown), {@code int}, {@code long}, {@code double}, {@code
 * boolean}, {@code Duration}, {@code URI}, {@code Path}, enums, and {@code Optional} of them.
 *
 * <p>The processor generates a {@code dev.lockstep.stack.ComponentFlavor} called like the class
 * with {@code Flavor} behind it, and the entry by which {@code ServiceLoader} finds it. A named
 * module has to provide it in its {@code module-info.java} as well.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Flavor {
  /**
   * The flavor's name, as in {@code lockstep secrets-manager register NAME --flavor keychain}:
   * lower-case words and digits, joined by hyphens.
   */
  String value();

  /** One sentence for a list of flavors. */
  String description() default "";
}
