package dev.lockstep.processor.write;

import dev.lockstep.processor.model.KeyDeclaration;
import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.wire.Output;
import dev.lockstep.processor.wire.Plan;
import org.jspecify.annotations.Nullable;

/**
 * Writes the descriptor, by which tools read a pipeline without loading its classes. Fields and
 * their order are part of the format; {@code docs/descriptor.md} describes them.
 */
public final class DescriptorWriter {
  private static final int FORMAT = 1;
  private static final int MINOR = 1;

  private final JsonText json = new JsonText();

  private DescriptorWriter() {}

  /** The descriptor's text. */
  public static String write(Plan plan) {
    DescriptorWriter writer = new DescriptorWriter();
    writer.pipeline(plan);
    return writer.json.toString();
  }

  private void pipeline(Plan plan) {
    PipelineDeclaration pipeline = plan.pipeline();
    json.beginObject().name("format").value(FORMAT).name("minor").value(MINOR);
    // Known in a published jar: who cannot read this file is told what made it.
    optional("lockstep", DescriptorWriter.class.getPackage().getImplementationVersion());
    json.name("name")
        .value(pipeline.name())
        .name("class")
        .value(pipeline.facts().binaryName())
        .name("runner")
        .value(pipeline.runner().reflectionName())
        .field("description", pipeline.description(), "")
        .field("cache", pipeline.cache(), "DEFAULT")
        .field("rotation", pipeline.rotation(), "FRESH")
        .field("schedule", pipeline.schedule().name(), "");
    if (!plan.secrets().isEmpty()) {
      json.name("secrets").beginArray();
      plan.secrets().forEach(this::secret);
      json.endArray();
    }
    if (!plan.parameters().isEmpty()) {
      json.name("parameters").beginArray();
      plan.parameters().forEach(this::parameter);
      json.endArray();
    }
    json.name("steps").beginArray();
    plan.steps().forEach(this::step);
    json.endArray().endObject();
  }

  private void secret(Plan.PlannedSecret secret) {
    json.item().beginObject().name("name").value(secret.name());
    optional("type", secret.type());
    flag("optional", secret.optional());
    flag("atLeastOne", secret.atLeastOne());
    json.field("description", secret.description(), "");
    if (!secret.keys().isEmpty()) {
      json.name("keys").beginArray();
      secret.keys().forEach(this::key);
      json.endArray();
    }
    json.endObject();
  }

  private void key(Plan.PlannedKey planned) {
    KeyDeclaration key = planned.key();
    json.item().beginObject().name("name").value(key.name());
    optional("type", key.kind() == null ? null : key.kind().word());
    flag("required", planned.required());
    json.name("env").value(key.env());
    if (!key.masked()) {
      json.name("masked").value(false);
    }
    optional("pattern", text(key.pattern()));
    json.field("constants", key.constants()).field("description", key.description(), "");
    json.endObject();
  }

  private void parameter(Plan.PlannedParameter parameter) {
    json.item()
        .beginObject()
        .name("name")
        .value(parameter.name())
        .name("type")
        .value(parameter.type());
    optional("default", parameter.defaultText());
    json.field("constants", parameter.constants())
        .field("description", parameter.description(), "")
        .endObject();
  }

  private void step(Plan.PlannedStep planned) {
    StepDeclaration step = planned.step();
    json.item()
        .beginObject()
        .name("name")
        .value(step.name())
        .name("class")
        .value(step.ownerBinaryName())
        .name("method")
        .value(step.method())
        .field("description", step.description(), "")
        .field("after", step.after().stream().map(Named::name).distinct().toList());
    if (!planned.inputs().isEmpty()) {
      json.name("inputs").beginArray();
      planned.inputs().forEach(this::input);
      json.endArray();
    }
    json.field("environment", planned.environment());
    if (!planned.outputs().isEmpty()) {
      json.name("outputs").beginArray();
      planned.outputs().forEach(output -> output(step, output));
      json.endArray();
    }
    json.field("cache", step.cache(), "DEFAULT");
    if (step.retries() != 0) {
      json.name("retries").value(step.retries());
    }
    optional("backoff", text(step.backoff()));
    optional("timeout", text(step.timeout()));
    json.field("isolation", step.isolation(), "DEFAULT");
    if (step.cpu() != null || step.memory() != null) {
      json.name("resources").beginObject();
      optional("cpu", text(step.cpu()));
      optional("memory", text(step.memory()));
      json.endObject();
    }
    json.endObject();
  }

  private void input(Plan.Input input) {
    json.item().beginObject().name("parameter").value(input.parameter()).name("kind");
    if (input instanceof Plan.Input.Context) {
      json.value("context");
    } else if (input instanceof Plan.Input.Value value) {
      json.value("parameter").name("name").value(value.option());
    } else if (input instanceof Plan.Input.Secret secret) {
      json.value("secret").name("secret").value(secret.secret());
      optional("type", secret.schema() == null ? null : secret.schema().schemaType());
      flag("optional", secret.optional());
    } else if (input instanceof Plan.Input.Artifact artifact) {
      json.value("artifact")
          .field("outputs", artifact.outputs().stream().map(Output::name).toList())
          .name("type")
          .value(artifact.type().name().toString());
    }
    json.endObject();
  }

  private void output(StepDeclaration step, Output output) {
    json.item()
        .beginObject()
        .name("name")
        .value(output.name())
        .name("type")
        .value(output.type().name().toString());
    optional("materializer", step.materializer() == null ? null : step.materializer().binaryName());
    json.endObject();
  }

  private void optional(String name, @Nullable String value) {
    if (value != null) {
      json.name(name).value(value);
    }
  }

  private void flag(String name, boolean value) {
    if (value) {
      json.name(name).value(true);
    }
  }

  private static @Nullable String text(@Nullable Named named) {
    return named == null ? null : named.name();
  }
}
