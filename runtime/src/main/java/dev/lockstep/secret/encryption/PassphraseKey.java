package dev.lockstep.secret.encryption;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.Passphrases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A key that is derived from a passphrase, so that the store's folder alone opens nothing. The
 * passphrase is in a file, else in {@value Passphrases#VARIABLE}, else someone is asked for it.
 */
final class PassphraseKey {
  private final @Nullable PassphraseFile file;
  private final @Nullable PassphraseFile old;
  private final String component;
  private final @Nullable String variable;
  private final Passphrases passphrases;

  /** What was typed, so that nobody is asked twice. */
  private @Nullable SecretValue typed;

  /**
   * Reads nothing yet.
   *
   * @param old where the passphrase lies that the store had before a change that may not be done
   */
  PassphraseKey(@Nullable Path file, @Nullable Path old, ComponentContext context) {
    this.file = file == null ? null : new PassphraseFile(file, context.component());
    this.old = old == null ? null : new PassphraseFile(old, context.component());
    this.component = context.component();
    this.variable = context.environment().get(Passphrases.VARIABLE);
    this.passphrases = context.passphrases();
  }

  /**
   * The key of a store, which was derived before in this process or is now.
   *
   * @param store where it is, for messages
   * @throws SecretAccessDeniedException when there is no passphrase, or not the right one
   */
  EncryptedValues open(StoreHeader header, Path store) {
    String text = String.valueOf(header.derivation());
    Derivation derivation = Derivation.read(text);
    if (derivation == null) {
      throw new SecretAccessDeniedException(
          store
              + " does not say in a way that is known here how its key is derived ("
              + StoreHeader.DERIVATION
              + "). Nothing was changed. Fix: restore the file from a backup.");
    }
    SecretValue key = passphrases.key(text, () -> right(derivation, header, store));
    EncryptedValues values = values(key, text);
    if (!values.isKeyOf(header)) {
      throw wrong(store);
    }
    return values;
  }

  /** The key that opens the store, so that no other one is kept. */
  private SecretValue right(Derivation derivation, StoreHeader header, Path store) {
    SecretValue key = derive(derivation, passphrase(store));
    if (values(key, derivation.toString()).isKeyOf(header)) {
      return key;
    }
    typed = null;
    if (old != null && Files.exists(old.path())) {
      SecretValue former = derive(derivation, passphrases.mask(old.read()));
      if (values(former, derivation.toString()).isKeyOf(header)) {
        return former;
      }
    }
    throw wrong(store);
  }

  /** A new key, for a store without secrets. */
  EncryptedValues create(Path store) {
    SecretValue given = given();
    return create(given == null ? chosen(store) : given);
  }

  /** A new key that is derived from another passphrase than the configured one. */
  EncryptedValues create(SecretValue passphrase) {
    Derivation derivation = Derivation.fresh();
    String text = derivation.toString();
    return values(
        passphrases.key(text, () -> derive(derivation, passphrases.mask(passphrase))), text);
  }

  private static EncryptedValues values(SecretValue key, String derivation) {
    return new EncryptedValues(Base64.getDecoder().decode(key.reveal()), derivation);
  }

  private SecretValue derive(Derivation derivation, SecretValue passphrase) {
    try {
      return SecretValue.of(Base64.getEncoder().encodeToString(derivation.key(passphrase)));
    } catch (OutOfMemoryError e) {
      throw new SecretAccessDeniedException(
          "Deriving the key of the secrets manager '"
              + component
              + "' from its passphrase takes "
              + derivation.mebibytes()
              + " MiB of memory, which this JVM does not have. Fix: give it more, java -Xmx"
              + 4 * derivation.mebibytes()
              + "m");
    }
  }

  private SecretAccessDeniedException wrong(Path store) {
    return new SecretAccessDeniedException(
        "The passphrase "
            + source()
            + " is not the one with which "
            + store
            + " was encrypted. Nothing was changed. Fix: "
            + (file != null
                ? "put the right one into that file"
                : wasTyped()
                    ? "repeat the command"
                    : "set "
                        + Passphrases.VARIABLE
                        + " to the right one, or unset it to be asked at a terminal")
            + "; if the passphrase was changed to one in another file, name that: lockstep"
            + " secrets-manager update "
            + component
            + " --passphrase_file=FILE");
  }

  // ---- where the passphrase comes from

  private SecretValue passphrase(Path store) {
    SecretValue given = given();
    if (given == null) {
      given = passphrases.ask("Passphrase of " + store + ": ");
    }
    typed = need(given);
    return typed;
  }

  /** What need not be asked for; null when there is nothing. */
  private @Nullable SecretValue given() {
    if (file != null) {
      return passphrases.mask(file.read());
    }
    return variable == null || variable.isEmpty()
        ? typed
        : passphrases.mask(SecretValue.of(variable));
  }

  /** One that is typed blindly is typed twice, because nothing shows a slip of the finger. */
  private SecretValue chosen(Path store) {
    SecretValue first = need(passphrases.ask("New passphrase of " + store + ": "));
    if (!first.equals(passphrases.ask("Once more: "))) {
      throw new InvalidSecretException(
          "The two passphrases differ. Nothing was changed. Fix: repeat the command.");
    }
    typed = first;
    return first;
  }

  private boolean wasTyped() {
    return file == null && (variable == null || variable.isEmpty());
  }

  private String source() {
    return file != null
        ? "in " + file.path()
        : wasTyped() ? "that was typed" : "in " + Passphrases.VARIABLE;
  }

  private SecretValue need(@Nullable SecretValue passphrase) {
    if (passphrase == null) {
      throw missing();
    }
    if (passphrase.reveal().isEmpty()) {
      throw new SecretAccessDeniedException(
          "No passphrase was typed for the secrets manager '"
              + component
              + "'. Nothing was changed. Fix: repeat the command.");
    }
    return passphrase;
  }

  private SecretAccessDeniedException missing() {
    return new SecretAccessDeniedException(
        "The secrets manager '"
            + component
            + "' needs its passphrase, and "
            + Passphrases.VARIABLE
            + " is not set and nobody can be asked. Fix: set "
            + Passphrases.VARIABLE
            + ", or name a file that only you can read: lockstep secrets-manager update "
            + component
            + " --passphrase_file=FILE");
  }
}
