package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Descriptors are what the published schema says. */
class DescriptorSchemaTest {
  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(Path.of("..", "docs", "descriptor.schema.json")));
  }

  @Test
  void aSmallAndALargeDescriptorFitThePublishedSchema() throws IOException {
    Compilation small = Compiling.pipeline("@Step int a() { return 1; }").passes();
    String large =
        Files.readString(
            Path.of("src/test/resources/expected/META-INF/lockstep/shop.Churn.json.txt"));

    assertThat(
            schema()
                .validate(
                    Compiling.generated(small, "META-INF/lockstep/shop.Churn.json"),
                    InputFormat.JSON))
        .isEmpty();
    assertThat(schema().validate(large, InputFormat.JSON)).isEmpty();
  }

  @Test
  void thePublishedSchemaRefusesWhatIsNoDescriptor() throws IOException {
    assertThat(schema().validate("{\"format\": 1, \"name\": \"X\"}", InputFormat.JSON))
        .isNotEmpty();
  }
}
