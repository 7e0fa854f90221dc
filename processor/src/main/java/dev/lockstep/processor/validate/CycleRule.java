package dev.lockstep.processor.validate;

import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Suggestion;
import dev.lockstep.processor.wire.Graph;
import java.util.List;

/** No step waits for itself by way of others. */
final class CycleRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    for (List<Graph.Edge> cycle : subject.graph().cycles()) {
      Graph.Edge closing = cycle.get(cycle.size() - 1);
      List<String> way =
          cycle.stream()
              .map(
                  edge ->
                      "'" + edge.from().name() + "' " + edge.why() + " '" + edge.to().name() + "'")
              .toList();
      report.add(
          Finding.of(
                  Diagnostic.CYCLE,
                  closing.location(),
                  "Step '" + closing.from().name() + "' waits for itself.")
              .fact(Suggestion.list(way, "; ") + ".")
              .fix(
                  "let one of them take another output with @From(\"step\"), or remove the"
                      + " parameter or 'after' that closes the circle."));
    }
  }
}
