package dev.lockstep.azure;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.stack.ComponentContext;
import java.nio.file.Path;
import java.util.Map;

/**
 * A process that reads the secret {@code db} of a vault with each of some credentials. Its
 * arguments are a home, the vault's address, and the credentials.
 */
final class Reading {
  private Reading() {}

  public static void main(String... args) {
    for (int i = 2; i < args.length; i++) {
      ComponentContext context =
          new ComponentContext(
              "vault",
              Map.of("vault_url", args[1], "credential", args[i], "attempts", "1"),
              new LockstepHome(Path.of(args[0])),
              System.getenv());
      try (SecretsManager secrets = new AzureSecretsFlavor().create(context)) {
        System.out.println(
            args[i] + ": " + secrets.get("db").value("k").orElseThrow().reveal().length());
      } catch (SecretsManagerException e) {
        System.out.println(args[i] + ": " + e);
      }
    }
    System.out.flush();
  }
}
