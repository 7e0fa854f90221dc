package dev.lockstep.run.console;

import dev.lockstep.descriptor.InputDescriptor;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.descriptor.SecretDescriptor;
import dev.lockstep.descriptor.StepDescriptor;
import dev.lockstep.json.Json;
import dev.lockstep.secret.SchemaKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would run: steps, order, secrets and keys per step, calls to the secrets manager. Made of
 * the descriptor alone; nothing is executed and nothing is asked.
 */
final class PlanReport {
  private PlanReport() {}

  /** For people. */
  static String text(PipelineDescriptor pipeline) {
    StringBuilder text = new StringBuilder();
    text.append("Pipeline '").append(pipeline.name()).append("': ");
    text.append(pipeline.steps().size()).append(" steps\n");
    for (StepDescriptor step : pipeline.steps()) {
      text.append("  ").append(step.name());
      if (!step.upstream().isEmpty()) {
        text.append("  after ").append(String.join(", ", step.upstream()));
      }
      text.append('\n');
      for (Use use : uses(pipeline, step)) {
        text.append("      secret ").append(use.secret()).append(" as ").append(use.delivery());
        if (!use.keys().isEmpty()) {
          text.append(": ").append(String.join(", ", use.keys()));
        }
        text.append('\n');
      }
    }
    text.append("Calls to the secrets manager: ").append(calls(pipeline)).append('\n');
    return text.toString();
  }

  /** For programs. */
  static String json(PipelineDescriptor pipeline) {
    List<Object> steps = new ArrayList<>();
    for (StepDescriptor step : pipeline.steps()) {
      List<Object> secrets = new ArrayList<>();
      for (Use use : uses(pipeline, step)) {
        Map<String, @Nullable Object> secret = new LinkedHashMap<>();
        secret.put("name", use.secret());
        secret.put("delivery", use.delivery());
        secret.put("keys", use.keys());
        secrets.add(secret);
      }
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("name", step.name());
      map.put("after", step.upstream());
      map.put("secrets", secrets);
      steps.add(map);
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("pipeline", pipeline.name());
    map.put("steps", steps);
    map.put("secretsManagerCalls", calls(pipeline));
    return Json.write(map);
  }

  private record Use(String secret, String delivery, List<String> keys) {}

  private static List<Use> uses(PipelineDescriptor pipeline, StepDescriptor step) {
    List<Use> uses = new ArrayList<>();
    for (InputDescriptor input : step.inputs()) {
      if (input instanceof InputDescriptor.SecretInput secret) {
        uses.add(new Use(secret.secret(), "parameter", keys(pipeline, secret.secret(), false)));
      }
    }
    for (String secret : step.environment()) {
      uses.add(new Use(secret, "environment", keys(pipeline, secret, true)));
    }
    return uses;
  }

  private static List<String> keys(PipelineDescriptor pipeline, String secret, boolean variables) {
    List<String> keys = new ArrayList<>();
    for (SchemaKey key : pipeline.secret(secret).map(SecretDescriptor::keys).orElse(List.of())) {
      keys.add((variables ? key.env() : key.name()) + (key.required() ? "" : "?"));
    }
    return keys;
  }

  /**
   * One for the check before the first step, one for each step that needs secrets; a step in a
   * process of its own reads those that come as parameters there, apart from its environment.
   */
  private static int calls(PipelineDescriptor pipeline) {
    int calls = 0;
    for (StepDescriptor step : pipeline.steps()) {
      boolean apart =
          step.isolation().equals("PROCESS")
              && !step.environment().isEmpty()
              && !step.parameterSecrets().isEmpty();
      calls += step.secrets().isEmpty() ? 0 : apart ? 2 : 1;
    }
    return calls == 0 ? 0 : 1 + (pipeline.rotation().equals("PINNED") ? 0 : calls);
  }
}
