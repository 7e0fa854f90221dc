package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Descriptors are what the published schema says. */
class DescriptorSchemaTest {
  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(Path.of("..", "docs", "descriptor.schema.json")));
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.processor.Golden#cases")
  void descriptorsFitThePublishedSchema(String name) throws IOException {
    JsonSchema schema = schema();
    Golden.descriptors(name)
        .forEach(
            (file, json) -> assertThat(schema.validate(json, InputFormat.JSON)).as(file).isEmpty());
  }

  @Test
  void thePublishedSchemaRefusesWhatIsNoDescriptor() throws IOException {
    assertThat(schema().validate("{\"format\": 1, \"name\": \"X\"}", InputFormat.JSON))
        .isNotEmpty();
  }
}
