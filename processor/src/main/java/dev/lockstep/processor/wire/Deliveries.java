package dev.lockstep.processor.wire;

import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which step receives which secret, as parameter or as environment. */
public final class Deliveries {
  private final Map<String, List<ParameterDeclaration.Secret>> parameters = new LinkedHashMap<>();
  private final Set<String> named = new HashSet<>();
  private final List<String> unclaimed;

  private Deliveries(PipelineDeclaration pipeline) {
    for (StepDeclaration step : pipeline.steps()) {
      for (ParameterDeclaration parameter : step.parameters()) {
        if (parameter instanceof ParameterDeclaration.Secret secret) {
          parameters.computeIfAbsent(secret.secret().name(), name -> new ArrayList<>()).add(secret);
        }
      }
      for (Named secret : step.secrets()) {
        named.add(secret.name());
      }
    }
    List<String> rest = new ArrayList<>();
    for (String name : pipeline.secretNames()) {
      if (!parameters.containsKey(name) && !named.contains(name)) {
        rest.add(name);
      }
    }
    this.unclaimed = List.copyOf(rest);
  }

  public static Deliveries of(PipelineDeclaration pipeline) {
    return new Deliveries(pipeline);
  }

  /** Names of the secrets that a step receives as environment. */
  public List<String> environment(StepDeclaration step) {
    Set<String> names = new LinkedHashSet<>();
    for (Named secret : step.secrets()) {
      names.add(secret.name());
    }
    names.addAll(unclaimed);
    return List.copyOf(names);
  }

  /** Listed secrets that no step claims: every step receives them as environment. */
  public List<String> unclaimed() {
    return unclaimed;
  }

  boolean isInEnvironment(String secret) {
    return named.contains(secret) || unclaimed.contains(secret);
  }

  /** All parameters that take a secret. */
  public List<ParameterDeclaration.Secret> parameters(String secret) {
    return parameters.getOrDefault(secret, List.of());
  }

  /** All schemas under which a secret is taken, each once, in the order of the steps. */
  public List<SchemaDeclaration> schemas(String secret) {
    Map<String, SchemaDeclaration> schemas = new LinkedHashMap<>();
    for (ParameterDeclaration.Secret parameter : parameters(secret)) {
      SchemaDeclaration schema = parameter.schema();
      if (schema != null) {
        schemas.putIfAbsent(schema.binaryName(), schema);
      }
    }
    return List.copyOf(schemas.values());
  }
}
