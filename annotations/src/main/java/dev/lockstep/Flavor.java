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
 * <p>This version's processor refuses it with an error: until it writes the entry itself, a flavor
 * is made known by a {@code dev.lockstep.stack.ComponentFlavor} that {@code ServiceLoader} finds.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Flavor {
  /** The flavor's name, as in {@code lockstep secrets-manager register NAME --flavor vault}. */
  String value();
}
