package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.Elsewhere;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.TypeSystem;
import dev.lockstep.processor.wire.Deliveries;
import dev.lockstep.processor.wire.Graph;
import dev.lockstep.processor.wire.Wiring;
import java.util.List;

/** What rules see of a pipeline: what was written, and what the wiring made of it. */
public record Subject(
    PipelineDeclaration pipeline,
    Wiring wiring,
    Graph graph,
    Deliveries deliveries,
    TypeSystem types,
    Elsewhere elsewhere) {

  public static Subject of(PipelineDeclaration pipeline, TypeSystem types, Elsewhere elsewhere) {
    Wiring wiring = Wiring.of(pipeline, types);
    return new Subject(
        pipeline, wiring, Graph.of(pipeline, wiring), Deliveries.of(pipeline), types, elsewhere);
  }

  List<StepDeclaration> steps() {
    return pipeline.steps();
  }
}
