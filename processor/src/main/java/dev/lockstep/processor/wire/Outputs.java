package dev.lockstep.processor.wire;

import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.model.TypeSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the steps of a pipeline leave, found by name and by type. Looking at all outputs
 * for every parameter would make large pipelines quadratic, so outputs are filed under every class
 * that they can stand for.
 */
public final class Outputs {
  private final TypeSystem types;
  private final Map<String, StepDeclaration> steps = new HashMap<>();
  private final Map<String, List<Output>> byName = new HashMap<>();
  private final Map<String, List<Output>> byErasure = new HashMap<>();
  private final Map<TypeRef, List<Output>> assignable = new HashMap<>();

  Outputs(List<StepDeclaration> declared, TypeSystem types) {
    this.types = types;
    for (StepDeclaration step : declared) {
      steps.putIfAbsent(step.name(), step);
      TypeRef type = step.output();
      if (type != null) {
        file(new Output(step, null, type), step.name());
      }
      for (StepDeclaration.Component component : step.components()) {
        file(new Output(step, component.name(), component.type()), component.name());
      }
    }
  }

  private void file(Output output, String name) {
    byName.computeIfAbsent(name, key -> new ArrayList<>()).add(output);
    for (String erasure : types.erasures(output.type())) {
      byErasure.computeIfAbsent(erasure, key -> new ArrayList<>()).add(output);
    }
  }

  /** What a step's method returns as a whole. */
  static Optional<Output> whole(StepDeclaration step) {
    TypeRef type = step.output();
    return type == null ? Optional.empty() : Optional.of(new Output(step, null, type));
  }

  @Nullable StepDeclaration step(String name) {
    return steps.get(name);
  }

  /** Steps and components of that name. */
  List<Output> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** All outputs that can be given where a type is expected, in the order of the steps. */
  List<Output> assignableTo(TypeRef type) {
    List<Output> known = assignable.get(type);
    if (known == null) {
      known = new ArrayList<>();
      for (Output output : byErasure.getOrDefault(types.erasure(type), List.of())) {
        if (types.isAssignable(output.type(), type)) {
          known.add(output);
        }
      }
      assignable.put(type, known);
    }
    return known;
  }
}
