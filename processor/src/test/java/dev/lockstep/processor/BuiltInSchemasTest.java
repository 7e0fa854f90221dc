package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The runtime's own schemas are interfaces like a user's; what is generated for them is checked in,
 * because the runtime is compiled without the processor.
 */
class BuiltInSchemasTest {
  private static final Path FOLDER =
      Path.of("..", "runtime", "src", "main", "java", "dev", "lockstep", "secret");

  @ParameterizedTest
  @ValueSource(strings = {"Aws", "Gcp", "Azure", "BasicAuth", "Mysql", "Postgres"})
  void theCheckedInClassIsWhatTheProcessorGenerates(String name) throws IOException {
    Compilation compilation =
        Compiling.source(Files.readString(FOLDER.resolve(name + "Secret.java")))
            // Eclipse's compiler does not generate what the class path has.
            .onJavacAlone()
            .compile();
    assertThat(compilation.diagnostics()).isEmpty();

    Golden.matches(
        FOLDER.resolve(name + "SecretSchema.java"),
        Compiling.generated(compilation, "dev/lockstep/secret/" + name + "SecretSchema.java"));
  }
}
