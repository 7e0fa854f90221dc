package dev.lockstep.secret.local;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import java.nio.file.Path;
import java.util.Map;

/**
 * A process that updates a secret of its own and one that it shares, again and again, and prints
 * each number when the update of its own secret is done.
 */
final class UpdateLoop {
  private UpdateLoop() {}

  public static void main(String[] args) {
    SecretsManager secrets = open(Path.of(args[0]));
    String own = args[1];
    int from = Integer.parseInt(args[2]);
    int count = Integer.parseInt(args[3]);
    for (int i = from; i < from + count; i++) {
      secrets.update(numbered(own, i));
      System.out.println(i);
      secrets.update(numbered("shared", i));
    }
  }

  static SecretsManager open(Path home) {
    return new LocalSecretsFlavor()
        .create(new ComponentContext("default", Map.of(), new LockstepHome(home), Map.of()));
  }

  /** A secret whose values all hold the number. */
  static Secret numbered(String name, int number) {
    SecretValue value = SecretValue.of(name + " " + number);
    return Secret.of(name, Secret.ARBITRARY, Map.of("first", value, "second", value));
  }
}
