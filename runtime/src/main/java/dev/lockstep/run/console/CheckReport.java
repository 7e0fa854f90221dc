package dev.lockstep.run.console;

import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.json.Json;
import dev.lockstep.run.PreflightReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what the check before the first step found. */
final class CheckReport {
  private CheckReport() {}

  /** For people; what is wrong is told apart, as an error. */
  static String text(PipelineDescriptor pipeline, String stack, PreflightReport report) {
    StringBuilder text = new StringBuilder();
    if (report.problems().isEmpty()) {
      int secrets = report.secrets().size();
      text.append("Pipeline '").append(pipeline.name()).append("' can run on stack '");
      text.append(stack).append("': ").append(pipeline.steps().size()).append(" steps, ");
      text.append(secrets).append(secrets == 1 ? " secret" : " secrets").append(" verified.\n");
    }
    report.remarks().forEach(remark -> text.append("Note: ").append(remark).append(".\n"));
    return text.toString();
  }

  /** For programs. */
  static String json(PipelineDescriptor pipeline, String stack, PreflightReport report) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("pipeline", pipeline.name());
    map.put("stack", stack);
    map.put("ok", report.problems().isEmpty());
    map.put("secrets", report.secrets().keySet().stream().sorted().toList());
    map.put("problems", problems(report));
    map.put("remarks", report.remarks());
    return Json.write(map);
  }

  static List<Map<String, String>> problems(PreflightReport report) {
    List<Map<String, String>> problems = new ArrayList<>();
    for (PreflightReport.Problem problem : report.problems()) {
      Map<String, String> map = new LinkedHashMap<>();
      map.put("message", problem.message());
      map.put("fix", problem.fix());
      problems.add(map);
    }
    return problems;
  }
}
