package dev.lockstep.azure;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.testing.azure.KeyVaultDouble;
import dev.lockstep.testing.conformance.FaultProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A vault behind a network that can fail, and components over it. */
abstract class VaultTest {
  @TempDir Path folder;
  KeyVaultDouble vault;
  FaultProxy network;

  @BeforeEach
  final void start() throws IOException {
    vault = KeyVaultDouble.start();
    network = FaultProxy.before(vault.endpoint());
  }

  @AfterEach
  final void stop() {
    network.close();
    vault.close();
  }

  /** A component with these attributes in addition: name and value in turn. */
  final SecretsManager open(String... attributes) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("vault_url", network.endpoint().toString());
    for (int i = 0; i < attributes.length; i += 2) {
      all.put(attributes[i], attributes[i + 1]);
    }
    return create(all, Map.of());
  }

  final SecretsManager create(Map<String, String> attributes, Map<String, String> environment) {
    return new AzureSecretsFlavor()
        .create(
            new ComponentContext(
                "vault", attributes, new LockstepHome(folder.resolve("home")), environment));
  }

  static Secret secret(String name, String value) {
    return secret(name, Secret.ARBITRARY, value);
  }

  static Secret secret(String name, String type, String value) {
    return Secret.of(name, type, Map.of("k", SecretValue.of(value)));
  }

  static String value(SecretsManager secrets, String name) {
    return secrets.get(name).value("k").orElseThrow().reveal();
  }
}
