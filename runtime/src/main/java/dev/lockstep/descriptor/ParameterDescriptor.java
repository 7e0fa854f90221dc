package dev.lockstep.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a pipeline, an option of its runner.
 *
 * @param name the option's name without the leading hyphens, in kebab-case
 * @param type the Java type: {@code int}, {@code java.time.LocalDate}, the binary name of an enum
 * @param constants the enum's constants, else empty
 * @param defaultValue the default as text, or null when the parameter must be given
 * @param description what it means, or empty
 */
public record ParameterDescriptor(
    String name,
    String type,
    List<String> constants,
    @Nullable String defaultValue,
    String description) {

  public ParameterDescriptor {
    constants = List.copyOf(constants);
  }
}
