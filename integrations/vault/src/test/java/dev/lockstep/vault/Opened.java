package dev.lockstep.vault;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Secrets managers over a server of a test. */
final class Opened {
  private Opened() {}

  /** With the server's address, the root token unless it says how to log in, and the attributes. */
  static SecretsManager over(VaultUnderTest vault, String... attributes) {
    return over(vault, Map.of(), attributes);
  }

  static SecretsManager over(
      VaultUnderTest vault, Map<String, String> environment, String... attributes) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("address", vault.address().toString());
    for (int i = 0; i < attributes.length; i += 2) {
      all.put(attributes[i], attributes[i + 1]);
    }
    if (environment.isEmpty() && !all.containsKey("auth") && !all.containsKey("token_file")) {
      all.putIfAbsent("token", vault.rootToken());
    }
    return new VaultSecretsFlavor(vault.clock()).create(context(all, environment));
  }

  static ComponentContext context(Map<String, String> attributes, Map<String, String> environment) {
    return new ComponentContext(
        "prod", attributes, new LockstepHome(Path.of("/nowhere/lockstep")), environment);
  }

  static Secret secret(String name, String... keysAndValues) {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], SecretValue.of(keysAndValues[i + 1]));
    }
    return Secret.of(name, Secret.ARBITRARY, values);
  }
}
