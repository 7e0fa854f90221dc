package dev.lockstep.secret.encryption;

import dev.lockstep.home.HomeException;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.secret.UnsupportedSecretOperationException;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import dev.lockstep.stack.Passphrases;
import dev.lockstep.stack.StackException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a store on this machine has its values encrypted, and where its key comes from, as its
 * component is configured. May be used by several threads.
 *
 * <p>The configuration decides for new stores; a store that is there says itself how its key is
 * had. One that demands a passphrase gets it, whatever is configured: so a change of both, which
 * cannot be made at one moment, leaves nothing that cannot be read. The other way around is
 * refused: someone who cannot know the passphrase might have put a store and a key file there.
 */
public final class StoreEncryption {
  /** The option that says where the key comes from: {@value #FILE} or {@value #PASSPHRASE}. */
  public static final String KEY_FROM = "key_from";

  /** The option with the passphrase's file. */
  public static final String PASSPHRASE_FILE = "passphrase_file";

  /**
   * The option with the file of the passphrase that the store had. A store and its configuration
   * cannot change at one moment: while a store gets another passphrase, both are configured, and
   * the store tells which of them is its own.
   */
  public static final String OLD_PASSPHRASE_FILE = "old_passphrase_file";

  /** The key lies in a file of its own. */
  public static final String FILE = "file";

  /** The key is derived from a passphrase. */
  public static final String PASSPHRASE = "passphrase";

  /** The option with the key's file. */
  public static final String KEY_FILE = "key_file";

  private final String component;
  private final Path store;
  private final Path keyFile;
  private final boolean withPassphrase;
  private final PassphraseKey passphrase;

  /** The codec of a store that is about to come to be. */
  private @Nullable ValueCodec created;

  private StoreEncryption(
      String component,
      Path store,
      Path keyFile,
      boolean withPassphrase,
      PassphraseKey passphrase) {
    this.component = component;
    this.store = store;
    this.keyFile = keyFile;
    this.withPassphrase = withPassphrase;
    this.passphrase = passphrase;
  }

  /** The options that a flavor has whose components are configured for this. */
  public static List<FlavorOption> options() {
    return List.of(
        FlavorOption.optional(
            KEY_FROM,
            FILE + "|" + PASSPHRASE,
            "Where the key of a new store comes from: a key file, which is the default, or a"
                + " passphrase."),
        FlavorOption.optional(
            KEY_FILE,
            "path",
            "The file with the key, which is created at the first write; default: beside the store,"
                + " with the ending .key."),
        FlavorOption.optional(
            PASSPHRASE_FILE,
            "path",
            "A file that only you can read, with the passphrase. Without it, the passphrase is in "
                + Passphrases.VARIABLE
                + ", or is asked for."),
        FlavorOption.optional(
            OLD_PASSPHRASE_FILE,
            "path",
            "Where the passphrase was before; set by 'rekey' until the store has the one in "
                + PASSPHRASE_FILE
                + "."));
  }

  /**
   * The encryption of one store; reads nothing yet.
   *
   * @param options the component's, of a flavor that has {@link #options()}
   * @param store the store's file; the key file lies beside it unless an option says otherwise
   */
  public static StoreEncryption of(Options options, ComponentContext context, Path store) {
    Path passphraseFile = options.path(PASSPHRASE_FILE).orElse(null);
    String from = options.optional(KEY_FROM).orElse(passphraseFile == null ? FILE : PASSPHRASE);
    Path keyFile = options.path(KEY_FILE).orElse(KeySharing.beside(store));
    if (keyFile.equals(store)) {
      throw new StackException(
          StackException.Reason.INVALID,
          "The attribute '"
              + KEY_FILE
              + "' of the secrets manager '"
              + context.component()
              + "' names the file with the secrets themselves. Fix: lockstep secrets-manager update "
              + context.component()
              + " --"
              + KEY_FILE
              + "=FILE");
    }
    return new StoreEncryption(
        context.component(),
        store,
        keyFile,
        from.equals(PASSPHRASE),
        new PassphraseKey(passphraseFile, options.path(OLD_PASSPHRASE_FILE).orElse(null), context));
  }

  /** Where the key lies, unless it is derived from a passphrase. */
  public Path keyFile() {
    return keyFile;
  }

  /**
   * Derives the key from the passphrase, if it is configured to, so that nobody has to be asked for
   * it later. With a key file there is nothing to do.
   *
   * @param header of the store; null when it holds no secrets yet, and then nothing is done either
   * @throws SecretAccessDeniedException as {@link #open}
   */
  public void unlock(Supplier<@Nullable StoreHeader> header) {
    if (withPassphrase) {
      StoreHeader found = header.get();
      if (found != null) {
        open(found);
      }
    }
  }

  /**
   * Does what takes long and can be done before a lock is taken, for which others wait: loads what
   * encryption needs, and derives the key from a passphrase.
   *
   * @param header of the store; null when it holds no secrets yet
   * @throws SecretAccessDeniedException as {@link #open}
   */
  public void prepare(Supplier<@Nullable StoreHeader> header) {
    EncryptedValues.prepare();
    if (withPassphrase) {
      StoreHeader found = header.get();
      if (found == null) {
        create();
      } else {
        open(found);
      }
    }
  }

  /**
   * The codec for a store that holds secrets.
   *
   * @throws SecretAccessDeniedException when its key cannot be had, or the one that is there is
   *     another store's; none is made in its place
   */
  public ValueCodec open(StoreHeader header) {
    try {
      return opened(header);
    } catch (HomeException e) {
      throw DiskFailure.typed(e);
    }
  }

  private ValueCodec opened(StoreHeader header) {
    if (!EncryptedValues.hasCheck(header)) {
      throw new SecretsUnreachableException(
          "The store "
              + store
              + " of the secrets manager '"
              + component
              + "' is damaged: "
              + StoreHeader.KEY_CHECK
              + ", which tells whether a key is the right one, is missing or cut. Nothing was"
              + " changed. Fix: restore the file from a backup.");
    }
    if (header.derivation() != null) {
      return passphrase.open(header, store);
    }
    if (withPassphrase) {
      throw new SecretAccessDeniedException(
          store
              + " is encrypted with a key file, and the secrets manager '"
              + component
              + "' is configured for a passphrase. Nothing was changed. Fix: lockstep"
              + " secrets-manager update "
              + component
              + " --key_from=file, and then, for a passphrase: lockstep secrets-manager rekey "
              + component
              + " --key-from=passphrase");
    }
    return new KeyFile(keyFile, store, component).open(header);
  }

  /** The codec for a store without secrets, its key already safe; a new key when there is none. */
  public synchronized ValueCodec create() {
    try {
      if (!withPassphrase) {
        return new KeyFile(keyFile, store, component).create();
      }
      ValueCodec codec = created == null ? passphrase.create(store) : created;
      created = codec;
      return codec;
    } catch (HomeException e) {
      throw DiskFailure.typed(e);
    }
  }

  /**
   * Begins to give the store another key; one of a passphrase is derived here, which takes long.
   *
   * @throws UnsupportedSecretOperationException when another store needs what is in the key file
   */
  public synchronized Rekeying rekey(NewKey wanted) {
    if (wanted.passphrase() == null) {
      KeyFile file = new KeyFile(keyFile, store, component);
      refuseShared(file);
      return Rekeying.random(file);
    }
    EncryptedValues derived = passphrase.create(wanted.passphrase());
    created = derived;
    return Rekeying.derived(derived);
  }

  private void refuseShared(KeyFile file) {
    Path other;
    try {
      other = file.sharedWith();
    } catch (HomeException e) {
      throw DiskFailure.typed(e);
    }
    if (other != null) {
      throw new UnsupportedSecretOperationException(
          "The key file "
              + keyFile
              + " is also that of the store "
              + other
              + ", whose secrets could not be read any more. Nothing was changed. Fix: copy the"
              + " secrets to a secrets manager with a key of its own: lockstep secret copy --all"
              + " --from "
              + component
              + " --to NAME (or, if that store has another key by now, delete the line with its name"
              + " in the key file)");
    }
  }
}
