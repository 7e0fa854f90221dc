package dev.lockstep.processor.wire;

import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.TypeRef;
import org.jspecify.annotations.Nullable;

/**
 * Something that a step leaves and that a parameter can take: what the method returns, or one
 * component of the record that it returns.
 *
 * @param component the component's name, or null for the whole
 */
public record Output(StepDeclaration step, @Nullable String component, TypeRef type) {
  /** The name in {@code @From}, descriptors and generated code. */
  public String name() {
    return component == null ? step.name() : step.name() + "." + component;
  }
}
