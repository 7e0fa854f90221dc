package dev.lockstep.run.console;

import dev.lockstep.artifact.Artifact;
import dev.lockstep.descriptor.InputDescriptor;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.descriptor.StepDescriptor;
import dev.lockstep.metadata.RunRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What came of a run: the outputs that no step took. */
final class Results {
  private Results() {}

  static List<Artifact> of(RunRecord run, PipelineDescriptor pipeline) {
    Set<String> taken = new HashSet<>();
    for (StepDescriptor step : pipeline.steps()) {
      for (InputDescriptor input : step.inputs()) {
        if (input instanceof InputDescriptor.Artifact artifact) {
          taken.addAll(artifact.outputs());
        }
      }
    }
    List<Artifact> results = new ArrayList<>();
    for (RunRecord.StepRecord step : run.steps().values()) {
      for (Artifact artifact : step.outputs()) {
        if (!taken.contains(artifact.output())) {
          results.add(artifact);
        }
      }
    }
    return results;
  }

  static Duration duration(RunRecord run) {
    return run.ended() == null ? Duration.ZERO : Duration.between(run.started(), run.ended());
  }
}
