package dev.lockstep.descriptor;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.SchemaKey;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the descriptor of a pipeline. Fields that this version does not know are ignored, so that
 * newer minor versions can be read; a greater {@code format} is refused.
 */
public final class DescriptorReader {
  private DescriptorReader() {}

  /** Where the descriptor of a class lies in the compiled output. */
  public static String resource(String className) {
    return "META-INF/lockstep/" + className + ".json";
  }

  /**
   * Reads a descriptor.
   *
   * @param source what to call it in a message, such as its path
   * @throws DescriptorException when it is no descriptor or a newer one than this version reads
   */
  public static PipelineDescriptor read(InputStream in, String source) throws IOException {
    try {
      JsonObject json = Json.readObject(in);
      checkFormat(json, source);
      return pipeline(json);
    } catch (JsonFormatException e) {
      throw unreadable(source, e.getMessage());
    } catch (CharConversionException e) {
      throw unreadable(source, "not valid UTF-8");
    }
  }

  private static void checkFormat(JsonObject json, String source) {
    long format = json.number("format");
    if (format < 1) {
      throw new JsonFormatException("the field 'format' is not 1 or more");
    }
    if (format > PipelineDescriptor.FORMAT) {
      throw new DescriptorException(
          "The descriptor "
              + source
              + " has format "
              + format
              + (json.fields().get("lockstep") instanceof String version
                  ? ", made by Lockstep " + version
                  : "")
              + ", and this version of Lockstep reads up to "
              + PipelineDescriptor.FORMAT
              + ". Use the version of lockstep-runtime that the pipeline was compiled with.");
    }
  }

  private static DescriptorException unreadable(String source, @Nullable String why) {
    return new DescriptorException(
        "The descriptor " + source + " cannot be read: " + why + ". Compile the pipeline again.");
  }

  private static PipelineDescriptor pipeline(JsonObject json) {
    return new PipelineDescriptor(
        json.string("name"),
        json.string("class"),
        json.string("runner"),
        json.string("description", ""),
        json.string("cache", "DEFAULT"),
        json.string("rotation", "FRESH"),
        json.stringOrNull("schedule"),
        json.objects("secrets").stream().map(DescriptorReader::secret).toList(),
        json.objects("parameters").stream().map(DescriptorReader::parameter).toList(),
        json.objects("steps").stream().map(DescriptorReader::step).toList());
  }

  private static SecretDescriptor secret(JsonObject json) {
    return new SecretDescriptor(
        json.string("name"),
        json.stringOrNull("type"),
        json.flag("optional", false),
        json.flag("atLeastOne", false),
        json.string("description", ""),
        json.objects("keys").stream().map(DescriptorReader::key).toList());
  }

  private static SchemaKey key(JsonObject json) {
    return new SchemaKey(
        json.string("name"),
        json.string("type"),
        json.flag("required", false),
        json.string("env"),
        json.flag("masked", true),
        json.stringOrNull("pattern"),
        json.strings("constants"),
        json.string("description", ""));
  }

  private static ParameterDescriptor parameter(JsonObject json) {
    return new ParameterDescriptor(
        json.string("name"),
        json.string("type"),
        json.strings("constants"),
        json.stringOrNull("default"),
        json.string("description", ""));
  }

  private static StepDescriptor step(JsonObject json) {
    JsonObject resources = json.objectOrNull("resources");
    return new StepDescriptor(
        json.string("name"),
        json.string("class"),
        json.string("method"),
        json.string("description", ""),
        json.strings("after"),
        json.objects("inputs").stream().map(DescriptorReader::input).toList(),
        json.strings("environment"),
        json.objects("outputs").stream().map(DescriptorReader::output).toList(),
        json.string("cache", "DEFAULT"),
        (int) json.number("retries", 0),
        duration("backoff", json.string("backoff", "PT1S")),
        json.stringOrNull("timeout") == null ? null : duration("timeout", json.string("timeout")),
        json.string("isolation", "DEFAULT"),
        resource(resources, "cpu"),
        resource(resources, "memory"));
  }

  private static InputDescriptor input(JsonObject json) {
    String parameter = json.string("parameter");
    String kind = json.string("kind");
    return switch (kind) {
      case "artifact" ->
          new InputDescriptor.Artifact(parameter, outputs(json), json.string("type"));
      case "parameter" -> new InputDescriptor.Parameter(parameter, json.string("name"));
      case "secret" ->
          new InputDescriptor.SecretInput(
              parameter,
              json.string("secret"),
              json.string("type", ""),
              json.flag("optional", false));
      case "context" -> new InputDescriptor.Context(parameter);
      default -> throw new JsonFormatException("the field 'kind' names an unknown kind of input");
    };
  }

  private static List<String> outputs(JsonObject json) {
    List<String> outputs = json.strings("outputs");
    if (outputs.isEmpty()) {
      throw new JsonFormatException("the field 'outputs' is missing");
    }
    return outputs;
  }

  private static OutputDescriptor output(JsonObject json) {
    return new OutputDescriptor(
        json.string("name"), json.string("type"), json.string("materializer", ""));
  }

  private static Duration duration(String field, String text) {
    try {
      return Duration.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new JsonFormatException("the field '" + field + "' is not a duration");
    }
  }

  private static @Nullable String resource(@Nullable JsonObject resources, String field) {
    return resources == null ? null : resources.stringOrNull(field);
  }
}
