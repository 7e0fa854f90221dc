package dev.lockstep.processor.wire;

import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.StepDeclaration;
import java.util.List;

/** What became of the search for the output that a parameter takes. */
public sealed interface Resolution {
  /** Exactly one output. */
  record Found(Output output) implements Resolution {}

  /** No output has the type. */
  record Nothing() implements Resolution {}

  /** Only the step's own output has the type. */
  record OwnOutput(Output output) implements Resolution {}

  /** More than one, in the order of the steps. */
  record Several(List<Output> candidates) implements Resolution {
    public Several {
      candidates = List.copyOf(candidates);
    }
  }

  /** The annotation names a step that does not exist. */
  record UnknownStep(Named from, String step) implements Resolution {}

  /** The annotation names a component that the step's output lacks. */
  record UnknownComponent(Named from, StepDeclaration step, String component)
      implements Resolution {}

  /** The annotation names a step that returns nothing. */
  record ReturnsNothing(Named from, StepDeclaration step) implements Resolution {}

  /** The annotation names an output of another type. */
  record WrongType(Named from, Output output) implements Resolution {}
}
