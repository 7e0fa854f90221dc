package dev.lockstep.orchestrator;

import dev.lockstep.artifact.Artifact;
import dev.lockstep.json.JsonObject;
import dev.lockstep.metadata.EventFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of one step, as it is handed to whoever executes it. It names secrets only through
 * the pipeline's descriptor: whoever executes the step reads them.
 *
 * @param run the run's identifier
 * @param step the step's name
 * @param attempt beginning with 1
 * @param parameters the pipeline's parameters, given or default, as text
 * @param inputs the artifacts that the step takes, by the output's name
 */
public record StepAssignment(
    String run,
    String step,
    int attempt,
    Map<String, String> parameters,
    Map<String, Artifact> inputs) {

  /** The version of the written form: a worker refuses a greater one. */
  public static final int FORMAT = 1;

  public StepAssignment {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
  }

  /** The fields, as they are handed to a worker in JSON. */
  public Map<String, @Nullable Object> toMap() {
    List<Object> artifacts = new ArrayList<>();
    inputs.values().forEach(artifact -> artifacts.add(EventFormat.toMap(artifact)));
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("format", FORMAT);
    map.put("run", run);
    map.put("step", step);
    map.put("attempt", attempt);
    map.put("parameters", parameters);
    map.put("inputs", artifacts);
    return map;
  }

  /**
   * Reads what {@link #toMap} wrote.
   *
   * @throws dev.lockstep.json.JsonFormatException when it is no assignment
   */
  public static StepAssignment of(JsonObject json) {
    Map<String, String> parameters = new LinkedHashMap<>();
    JsonObject given = json.object("parameters");
    given.fields().keySet().forEach(name -> parameters.put(name, given.string(name)));
    Map<String, Artifact> inputs = new LinkedHashMap<>();
    for (JsonObject input : json.objects("inputs")) {
      Artifact artifact = EventFormat.artifact(input);
      inputs.put(artifact.output(), artifact);
    }
    return new StepAssignment(
        json.string("run"), json.string("step"), (int) json.number("attempt"), parameters, inputs);
  }
}
