package dev.lockstep.secret.local;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.encryption.NewKey;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.Passphrases;
import java.nio.file.Path;
import java.util.Map;

/** A process that gives a store another key, again and again, and prints each number when done. */
final class RekeyLoop {
  static final String PHRASE = "four common random words";

  private RekeyLoop() {}

  public static void main(String[] args) {
    LocalSecretsManager store = open(Path.of(args[0]));
    int passphraseEach = Integer.parseInt(args[1]);
    for (int i = 1; ; i++) {
      store.rekey(i % passphraseEach == 0 ? NewKey.of(SecretValue.of(PHRASE)) : NewKey.random());
      System.out.println(i);
    }
  }

  /** The store, whatever its key is had from. */
  static LocalSecretsManager open(Path home) {
    return new LocalSecretsFlavor()
        .create(
            new ComponentContext(
                "default",
                Map.of(),
                new LockstepHome(home),
                Map.of(Passphrases.VARIABLE, PHRASE),
                Passphrases.unattended()));
  }
}
