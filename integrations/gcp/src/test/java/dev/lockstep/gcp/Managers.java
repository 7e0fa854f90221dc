package dev.lockstep.gcp;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes secrets managers and secrets for tests. */
final class Managers {
  private Managers() {}

  /** A secrets manager over a server, with these attributes in addition: name and value in turn. */
  static SecretsManager open(URI endpoint, String... attributes) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("project", SecretManagerFixture.PROJECT);
    all.put("endpoint", endpoint.toString());
    for (int i = 0; i < attributes.length; i += 2) {
      all.put(attributes[i], attributes[i + 1]);
    }
    return new GcpSecretsManagerFlavor().create(context(all, Map.of()));
  }

  static ComponentContext context(Map<String, String> attributes, Map<String, String> environment) {
    return new ComponentContext(
        "tested", attributes, new LockstepHome(Path.of("target", "none")), environment);
  }

  static Secret secret(String name, String type, String... keysAndValues) {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], SecretValue.of(keysAndValues[i + 1]));
    }
    return Secret.of(name, type, values);
  }
}
