package dev.lockstep.secret.encryption;

import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a store on this machine has its values encrypted, and where its key comes from, as its
 * component is configured. May be used by several threads.
 */
public final class StoreEncryption {
  private static final String KEY_FILE = "key_file";
  private static final String PASSPHRASE = "passphrase_env";

  private final Path store;
  private final KeyFile keyFile;
  private final @Nullable PassphraseKey passphrase;

  private StoreEncryption(Path store, KeyFile keyFile, @Nullable PassphraseKey passphrase) {
    this.store = store;
    this.keyFile = keyFile;
    this.passphrase = passphrase;
  }

  /** The options that a flavor has whose components are configured for this. */
  public static List<FlavorOption> options() {
    return List.of(
        FlavorOption.optional(
            KEY_FILE,
            "path",
            "The file with the key, which is created at the first write; default: the store's file"
                + " with the ending .key."),
        FlavorOption.optional(
            PASSPHRASE,
            "text",
            "The variable with a passphrase from which the key is derived, in place of a key"
                + " file."));
  }

  /**
   * The encryption of one store; reads nothing yet.
   *
   * @param options the component's, of a flavor that has {@link #options()}
   * @param store the store's file; the key file lies beside it unless an option says otherwise
   */
  public static StoreEncryption of(Options options, ComponentContext context, Path store) {
    Optional<String> variable = options.optional(PASSPHRASE);
    return new StoreEncryption(
        store,
        new KeyFile(options.path(KEY_FILE).orElse(beside(store)), context.component()),
        variable.isPresent()
            ? new PassphraseKey(variable.get(), context.environment(), context.component())
            : null);
  }

  private static Path beside(Path store) {
    String name = String.valueOf(store.getFileName());
    int dot = name.lastIndexOf('.');
    return store.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".key");
  }

  /**
   * Loads what encryption needs, which takes a young JVM longer than all else. Called before a lock
   * is taken, for others wait for that.
   */
  public void prepare() {
    EncryptedValues.prepare();
  }

  /**
   * The codec for a store that holds secrets.
   *
   * @throws SecretAccessDeniedException when its key cannot be had, or the one that is there is
   *     another store's; none is made in its place
   */
  public ValueCodec open(StoreHeader header) {
    return passphrase == null ? keyFile.open(header, store) : passphrase.open(header, store);
  }

  /** The codec for a store without secrets, its key already safe; a new key when there is none. */
  public ValueCodec create() {
    return passphrase == null ? keyFile.create() : passphrase.create();
  }
}
