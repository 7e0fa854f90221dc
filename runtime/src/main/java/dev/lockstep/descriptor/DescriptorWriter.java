package dev.lockstep.descriptor;

import dev.lockstep.json.Json;
import dev.lockstep.secret.SchemaKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a descriptor as the processor does: what has its usual value is left out. For tools that
 * hand on a pipeline which they read.
 */
public final class DescriptorWriter {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  private DescriptorWriter() {}

  /** The descriptor as JSON. */
  public static String write(PipelineDescriptor pipeline) {
    return Json.writePretty(
            object()
                .put("format", PipelineDescriptor.FORMAT)
                .put("minor", PipelineDescriptor.MINOR)
                .put("name", pipeline.name())
                .put("class", pipeline.className())
                .put("runner", pipeline.runner())
                .unless("", "description", pipeline.description())
                .unless("DEFAULT", "cache", pipeline.cache())
                .unless("FRESH", "rotation", pipeline.rotation())
                .optional("schedule", pipeline.schedule())
                .list("secrets", pipeline.secrets().stream().map(DescriptorWriter::of).toList())
                .list(
                    "parameters", pipeline.parameters().stream().map(DescriptorWriter::of).toList())
                .list("steps", pipeline.steps().stream().map(DescriptorWriter::of).toList())
                .fields)
        + "\n";
  }

  private static Object of(SecretDescriptor secret) {
    return object()
        .put("name", secret.name())
        .optional("type", secret.type())
        .unless(false, "optional", secret.optional())
        .unless(false, "atLeastOne", secret.atLeastOne())
        .unless("", "description", secret.description())
        .list("keys", secret.keys().stream().map(DescriptorWriter::of).toList())
        .fields;
  }

  private static Object of(SchemaKey key) {
    return object()
        .put("name", key.name())
        .put("type", key.type())
        .unless(false, "required", key.required())
        .put("env", key.env())
        .unless(true, "masked", key.masked())
        .optional("pattern", key.pattern())
        .list("constants", key.constants())
        .unless("", "description", key.description())
        .fields;
  }

  private static Object of(ParameterDescriptor parameter) {
    return object()
        .put("name", parameter.name())
        .put("type", parameter.type())
        .optional("default", parameter.defaultValue())
        .list("constants", parameter.constants())
        .unless("", "description", parameter.description())
        .fields;
  }

  private static Object of(StepDescriptor step) {
    Map<String, @Nullable Object> resources =
        object().optional("cpu", step.cpu()).optional("memory", step.memory()).fields;
    return object()
        .put("name", step.name())
        .put("class", step.className())
        .put("method", step.method())
        .unless("", "description", step.description())
        .list("after", step.after())
        .list("inputs", step.inputs().stream().map(DescriptorWriter::of).toList())
        .list("environment", step.environment())
        .list("outputs", step.outputs().stream().map(DescriptorWriter::of).toList())
        .unless("DEFAULT", "cache", step.cache())
        .unless(0, "retries", step.retries())
        .unless(StepDescriptor.BACKOFF.toString(), "backoff", step.backoff().toString())
        .optional("timeout", step.timeout() == null ? null : step.timeout().toString())
        .unless("DEFAULT", "isolation", step.isolation())
        .optional("resources", resources.isEmpty() ? null : resources)
        .fields;
  }

  private static Object of(InputDescriptor input) {
    DescriptorWriter object = object().put("parameter", input.parameter());
    if (input instanceof InputDescriptor.Artifact artifact) {
      object
          .put("kind", "artifact")
          .list("outputs", artifact.outputs())
          .put("type", artifact.type());
    } else if (input instanceof InputDescriptor.Parameter parameter) {
      object.put("kind", "parameter").put("name", parameter.name());
    } else if (input instanceof InputDescriptor.SecretInput secret) {
      object
          .put("kind", "secret")
          .put("secret", secret.secret())
          .unless("", "type", secret.type())
          .unless(false, "optional", secret.optional());
    } else {
      object.put("kind", "context");
    }
    return object.fields;
  }

  private static Object of(OutputDescriptor output) {
    return object()
        .put("name", output.name())
        .put("type", output.type())
        .unless("", "materializer", output.materializer())
        .fields;
  }

  private static DescriptorWriter object() {
    return new DescriptorWriter();
  }

  private DescriptorWriter put(String field, Object value) {
    fields.put(field, value);
    return this;
  }

  private DescriptorWriter optional(String field, @Nullable Object value) {
    return value == null ? this : put(field, value);
  }

  private DescriptorWriter unless(Object usual, String field, Object value) {
    return value.equals(usual) ? this : put(field, value);
  }

  private DescriptorWriter list(String field, Collection<?> values) {
    return values.isEmpty() ? this : put(field, List.copyOf(values));
  }
}
