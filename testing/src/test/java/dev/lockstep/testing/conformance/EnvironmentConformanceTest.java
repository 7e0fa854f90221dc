package dev.lockstep.testing.conformance;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.environment.EnvironmentSecretsFlavor;
import dev.lockstep.stack.ComponentFlavor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Variables of the process behave as the secrets of a provider that cannot be written. */
class EnvironmentConformanceTest extends ReadOnlySecretsManagerConformance {
  @Override
  protected SecretsManagerFixture start(Path folder, List<Secret> secrets) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (Secret secret : secrets) {
      secret
          .values()
          .forEach(
              (key, value) ->
                  environment.put(
                      ("SECRET_" + secret.name() + "_" + key).toUpperCase(Locale.ROOT),
                      value.reveal()));
    }
    return new SecretsManagerFixture() {
      @Override
      public ComponentFlavor<? extends SecretsManager> flavor() {
        return new EnvironmentSecretsFlavor();
      }

      @Override
      public Map<String, String> attributes() {
        return Map.of();
      }

      @Override
      public Map<String, String> environment() {
        return environment;
      }
    };
  }
}
