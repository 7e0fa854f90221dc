package dev.lockstep.together;

import dev.lockstep.aws.AwsSecretsManagerFlavor;
import dev.lockstep.cli.CommandLine;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.testing.aws.AwsSecretsManagerDouble;
import dev.lockstep.testing.azure.KeyVaultDouble;
import dev.lockstep.testing.google.SecretManagerDouble;
import dev.lockstep.testing.vault.VaultDouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A double of every provider. */
record Providers(
    AwsSecretsManagerDouble aws,
    SecretManagerDouble google,
    KeyVaultDouble azure,
    VaultDouble vault)
    implements AutoCloseable {
  static Providers start() throws IOException {
    return new Providers(
        AwsSecretsManagerDouble.start(),
        SecretManagerDouble.start(),
        KeyVaultDouble.start(),
        VaultDouble.start());
  }

  /** The options of {@code secrets-manager register} for each kind of secrets manager. */
  Map<String, List<String>> managers() {
    Map<String, List<String>> options = new LinkedHashMap<>();
    options.put("local", List.of("-f", "local"));
    options.put("plain", List.of("-f", "local", "--encryption=none"));
    options.put("sqlite", List.of("-f", "sqlite"));
    options.put("aws", List.of("-f", "aws", "--region=us-east-1", "--endpoint=" + aws.endpoint()));
    options.put(
        "gcp",
        List.of("-f", "gcp", "--project=shop", "--prefix=json", "--endpoint=" + google.endpoint()));
    options.put(
        "gcp-per-key",
        List.of(
            "-f",
            "gcp",
            "--project=shop",
            "--layout=per-key",
            "--prefix=per-key",
            "--endpoint=" + google.endpoint()));
    options.put("azure", List.of("-f", "azure", "--vault_url=" + azure.endpoint()));
    options.put(
        "vault",
        List.of("-f", "vault", "--address=" + vault.address(), "--token=" + vault.rootToken()));
    return options;
  }

  /** Registers one of each, and with a prefix one more that shares its store. */
  List<String> register(CommandLine lockstep) {
    for (Map.Entry<String, List<String>> manager : managers().entrySet()) {
      List<String> call = new ArrayList<>(List.of("secrets-manager", "register", manager.getKey()));
      call.addAll(manager.getValue());
      lockstep.succeed(call.toArray(new String[0]));
    }
    return List.copyOf(managers().keySet());
  }

  /** A secrets manager of its own, with a client that knows nothing yet. */
  SecretsManager aws(Path home) {
    return new AwsSecretsManagerFlavor()
        .create(
            new ComponentContext(
                "aws",
                Map.of("region", "us-east-1", "endpoint", aws.endpoint().toString()),
                new LockstepHome(home),
                System.getenv()));
  }

  /** How often the provider of a secrets manager was called. */
  int calls(String manager) {
    return switch (manager) {
      case "aws" -> aws.callCount();
      case "gcp" -> google.calls().values().stream().mapToInt(Integer::intValue).sum();
      case "azure" -> azure.calls();
      case "vault" -> vault.calls().size();
      default -> throw new IllegalArgumentException(manager + " is of no provider");
    };
  }

  @Override
  public void close() {
    aws.close();
    google.close();
    azure.close();
    vault.close();
  }
}
