package dev.lockstep.processor.wire;

import dev.lockstep.processor.model.KeyDeclaration;
import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws up the plan of a pipeline in which no rule found an error. */
public final class Planner {
  private final PipelineDeclaration pipeline;
  private final Wiring wiring;
  private final Deliveries deliveries;

  /** Names of the steps some component of whose record is taken by itself. */
  private final Set<String> takenApart;

  private Planner(PipelineDeclaration pipeline, Wiring wiring) {
    this.pipeline = pipeline;
    this.wiring = wiring;
    this.deliveries = Deliveries.of(pipeline);
    this.takenApart = wiring.takenApart();
  }

  /** The plan of a pipeline whose wiring is complete and free of cycles. */
  public static Plan plan(
      PipelineDeclaration pipeline, Wiring wiring, List<StepDeclaration> order) {
    Planner planner = new Planner(pipeline, wiring);
    List<Plan.PlannedStep> steps = order.stream().map(planner::step).toList();
    return new Plan(pipeline, planner.secrets(), planner.parameters(order), steps);
  }

  private Plan.PlannedStep step(StepDeclaration step) {
    List<Plan.Input> inputs = new ArrayList<>();
    for (int i = 0; i < step.parameters().size(); i++) {
      inputs.add(input(step, i));
    }
    boolean apart = takenApart.contains(step.name());
    return new Plan.PlannedStep(
        step, inputs, deliveries.environment(step), outputs(step, apart), apart);
  }

  private Plan.Input input(StepDeclaration step, int index) {
    ParameterDeclaration parameter = step.parameters().get(index);
    if (parameter instanceof ParameterDeclaration.Context) {
      return new Plan.Input.Context(parameter.name());
    }
    if (parameter instanceof ParameterDeclaration.Secret secret) {
      return new Plan.Input.Secret(
          parameter.name(), secret.secret().name(), secret.schema(), secret.optional());
    }
    if (parameter instanceof ParameterDeclaration.Value value) {
      return new Plan.Input.Value(parameter.name(), value.option(), value.boxed());
    }
    Output output =
        wiring
            .source(step, index)
            .orElseThrow(() -> new IllegalStateException("not wired: " + parameter.name()));
    StepDeclaration producer = output.step();
    boolean putTogether = output.component() == null && takenApart.contains(producer.name());
    return new Plan.Input.Artifact(
        parameter.name(),
        parameter.type(),
        putTogether ? outputs(producer, true) : List.of(output),
        putTogether ? output.type() : null,
        producer.materializer());
  }

  private static List<Output> outputs(StepDeclaration step, boolean apart) {
    TypeRef type = step.output();
    if (type == null) {
      return List.of();
    }
    return apart
        ? step.components().stream()
            .map(component -> new Output(step, component.name(), component.type()))
            .toList()
        : List.of(new Output(step, null, type));
  }

  private List<Plan.PlannedParameter> parameters(List<StepDeclaration> order) {
    Map<String, Plan.PlannedParameter> parameters = new LinkedHashMap<>();
    for (StepDeclaration step : order) {
      for (ParameterDeclaration parameter : step.parameters()) {
        if (parameter instanceof ParameterDeclaration.Value value) {
          parameters.merge(value.option(), planned(value), Planner::described);
        }
      }
    }
    return List.copyOf(parameters.values());
  }

  private static Plan.PlannedParameter planned(ParameterDeclaration.Value value) {
    return new Plan.PlannedParameter(
        value.option(),
        value.descriptorType(),
        value.defaultText(),
        value.constants(),
        value.description());
  }

  /** Steps that share a parameter may leave its description to one of them. */
  private static Plan.PlannedParameter described(
      Plan.PlannedParameter first, Plan.PlannedParameter second) {
    return first.description().isEmpty() ? second : first;
  }

  private List<Plan.PlannedSecret> secrets() {
    Set<String> names = new LinkedHashSet<>();
    for (Named secret : pipeline.secrets()) {
      names.add(secret.name());
    }
    return names.stream().map(this::secret).toList();
  }

  private Plan.PlannedSecret secret(String name) {
    List<ParameterDeclaration.Secret> uses = deliveries.parameters(name);
    boolean optional =
        !uses.isEmpty()
            && !deliveries.isInEnvironment(name)
            && uses.stream().allMatch(ParameterDeclaration.Secret::optional);
    List<SchemaDeclaration> schemas = deliveries.schemas(name);
    return new Plan.PlannedSecret(
        name,
        type(schemas),
        optional,
        atLeastOne(schemas),
        schemas.isEmpty() ? "" : schemas.get(0).description(),
        keys(schemas));
  }

  private static @Nullable String type(List<SchemaDeclaration> schemas) {
    return schemas.isEmpty() ? null : schemas.get(0).schemaType();
  }

  private static boolean atLeastOne(List<SchemaDeclaration> schemas) {
    return schemas.stream().anyMatch(SchemaDeclaration::atLeastOne);
  }

  private static List<Plan.PlannedKey> keys(List<SchemaDeclaration> schemas) {
    Map<String, Plan.PlannedKey> keys = new LinkedHashMap<>();
    for (SchemaDeclaration schema : schemas) {
      for (KeyDeclaration key : schema.keys()) {
        keys.merge(
            key.name(),
            new Plan.PlannedKey(key, key.required()),
            (first, second) ->
                new Plan.PlannedKey(first.key(), first.required() || second.required()));
      }
    }
    return List.copyOf(keys.values());
  }
}
