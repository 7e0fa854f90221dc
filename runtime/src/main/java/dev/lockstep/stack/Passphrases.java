package dev.lockstep.stack;

import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.SecretValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the components of a process get the passphrases that nothing stores, and the keys that were
 * derived from them: deriving is slow on purpose, so it is done once, whichever component needs the
 * key, and the processes of a run's steps are handed the keys. May be used by several threads.
 */
public final class Passphrases {
  /** The variable with the passphrase. No process of a step inherits it. */
  public static final String VARIABLE = "LOCKSTEP_PASSPHRASE";

  /**
   * The variable with the passphrase that {@code lockstep secrets-manager rekey} gives a store. No
   * process of a step inherits it, either.
   */
  public static final String NEW_VARIABLE = "LOCKSTEP_NEW_PASSPHRASE";

  /** Someone who can be asked. */
  @FunctionalInterface
  public interface Prompt {
    /**
     * Asks for a text that is not shown while it is typed; empty when the person gives none, null
     * when there is nobody to ask.
     */
    @Nullable String hidden(String question);
  }

  private final Prompt prompt;
  private final Redactor redactor;
  private final Map<String, SecretValue> keys;

  private Passphrases(Prompt prompt, Redactor redactor, Map<String, SecretValue> keys) {
    this.prompt = prompt;
    this.redactor = redactor;
    this.keys = keys;
  }

  /** Nobody is asked, and no key is known yet. */
  public static Passphrases unattended() {
    return with(Map.of());
  }

  /** Someone can be asked, and no key is known yet. */
  public static Passphrases asking(Prompt prompt) {
    return new Passphrases(prompt, new Redactor(), new LinkedHashMap<>());
  }

  /** Nobody is asked; the keys are {@link #keys()} of another process. */
  public static Passphrases with(Map<String, SecretValue> keys) {
    return new Passphrases(question -> null, new Redactor(), new LinkedHashMap<>(keys));
  }

  /** The same, with the same keys; what is typed or read as a passphrase is masked from then on. */
  Passphrases masking(Redactor redactor) {
    return new Passphrases(prompt, redactor, keys);
  }

  /** Asks for a passphrase, which may be empty; null when there is nobody to ask. */
  public @Nullable SecretValue ask(String question) {
    String typed = prompt.hidden(question);
    return typed == null ? null : mask(SecretValue.of(typed));
  }

  /** Has a passphrase that came from elsewhere masked in all output. */
  public SecretValue mask(SecretValue passphrase) {
    redactor.add(List.of(passphrase));
    return passphrase;
  }

  /**
   * The key that was derived in that way, by now or before; what fails to derive is not kept.
   *
   * @param derivation algorithm, parameters and salt
   * @param derive called when no key is known; other threads wait meanwhile
   */
  public SecretValue key(String derivation, Supplier<SecretValue> derive) {
    synchronized (keys) {
      SecretValue key = keys.get(derivation);
      if (key == null) {
        key = derive.get();
        keys.put(derivation, key);
      }
      return key;
    }
  }

  /** All keys that were derived, for a process that works for this one. */
  public Map<String, SecretValue> keys() {
    synchronized (keys) {
      return Map.copyOf(keys);
    }
  }

  /** Shows neither a passphrase nor a key. */
  @Override
  public String toString() {
    return "Passphrases[keys=" + keys().size() + "]";
  }
}
