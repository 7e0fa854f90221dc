package dev.lockstep.run.console;

import dev.lockstep.artifact.Artifact;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.json.Json;
import dev.lockstep.metadata.EventFormat;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.run.PreflightReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One JSON object per event on standard output, then a summary. */
final class JsonProgress implements Progress {
  private final ProcessOutput output;

  JsonProgress(ProcessOutput output) {
    this.output = output;
  }

  @Override
  public void on(RunEvent event) {
    output.printData(EventFormat.write(event) + "\n");
  }

  @Override
  public void finish(RunRecord run, PipelineDescriptor pipeline, UnaryOperator<String> locations) {
    Map<String, String> steps = new LinkedHashMap<>();
    run.steps().forEach((name, step) -> steps.put(name, step.status().label()));
    List<Object> results = new ArrayList<>();
    for (Artifact artifact : Results.of(run, pipeline)) {
      results.add(EventFormat.toMap(artifact));
    }
    Map<String, @Nullable Object> summary = new LinkedHashMap<>();
    summary.put("event", "summary");
    summary.put("run", run.id());
    summary.put("pipeline", run.pipeline());
    summary.put("stack", run.stack());
    summary.put("status", run.status().label());
    summary.put("millis", Results.duration(run).toMillis());
    summary.put("steps", steps);
    summary.put("results", results);
    output.printData(Json.write(summary) + "\n");
  }

  @Override
  public void preflightFailed(PreflightReport report) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("event", "preflight-failed");
    map.put("problems", CheckReport.problems(report));
    output.printData(Json.write(map) + "\n");
  }

  @Override
  public void close() {}
}
