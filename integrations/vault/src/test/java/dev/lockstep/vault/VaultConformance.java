package dev.lockstep.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.testing.conformance.SecretsManagerConformance;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite of all secrets managers, where servers of this kind differ from others. */
abstract class VaultConformance extends SecretsManagerConformance {
  @TempDir Path other;

  abstract VaultUnderTest startVault(Path folder) throws IOException;

  @Override
  protected final SecretsManagerFixture start(Path folder) throws IOException {
    return new VaultFixture(startVault(folder));
  }

  /** The server keeps numbers as doubles, so that very long ones are not what was written. */
  @Test
  @Override
  public void valuesThatAreNoTextsAreReadAsText() {
    try (VaultUnderTest vault = startVault(other);
        SecretsManager secrets = Opened.over(vault)) {
      vault
          .admin()
          .post(
              "secret/data/mixed",
              "{\"data\":{\"port\": 5432, \"long\": 1234567890123456, \"on\": true, \"none\": null,"
                  + " \"object\": {\"a\":[1,\"x\"]}, \"list\": [], \"text\": \"\\u00e9\"}}");

      assertThat(secrets.get("mixed").values())
          .containsOnly(
              Map.entry("port", SecretValue.of("5432")),
              Map.entry("long", SecretValue.of("1234567890123456")),
              Map.entry("on", SecretValue.of("true")),
              Map.entry("object", SecretValue.of("{\"a\":[1,\"x\"]}")),
              Map.entry("list", SecretValue.of("[]")),
              Map.entry("text", SecretValue.of("\u00e9")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
