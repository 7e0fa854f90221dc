package dev.lockstep.secret.encryption;

import dev.lockstep.secret.BulkSecrets;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretLimits;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretScope;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.UnsupportedSecretOperationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A secrets manager that keeps its secrets in a file of this machine. What is asked is checked here
 * before the file is touched; nothing is created for a change that finds nothing to change, and
 * what takes long is done before others have to wait.
 */
public abstract class FileSecretsManager implements SecretsManager, BulkSecrets, EncryptedStore {
  private final FileSettings settings;

  /** Opens nothing yet. */
  protected FileSecretsManager(FileSettings settings) {
    this.settings = settings;
  }

  // ---- what the file decides

  /** The header of a store that holds secrets, or null. */
  protected abstract @Nullable StoreHeader header();

  /**
   * Refuses the names of which it is plain that they are missing, without creating anything.
   *
   * @throws SecretNotFoundException for the first of them
   */
  protected abstract void refuseMissing(Collection<String> names);

  /** Does what {@link #storeAll} says, in one change of the file. */
  protected abstract void write(Collection<Secret> fresh, Collection<Secret> changed);

  /** The secrets that there are, of at least one name. */
  protected abstract Map<String, Secret> find(Collection<String> names);

  /** Deletes a secret; false when there is none of that name. */
  protected abstract boolean remove(String name);

  /** Deletes all secrets in scope. */
  protected abstract void removeAll();

  // ---- what is the same for all

  @Override
  public final void register(Secret secret) {
    storeAll(List.of(secret), List.of());
  }

  @Override
  public final void update(Secret secret) {
    storeAll(List.of(), List.of(secret));
  }

  @Override
  public final void storeAll(Collection<Secret> fresh, Collection<Secret> changed) {
    for (Secret secret : fresh) {
      SecretLimits.check(secret);
    }
    List<String> names = new ArrayList<>();
    for (Secret secret : changed) {
      SecretLimits.check(secret);
      names.add(secret.name());
    }
    if (fresh.isEmpty() && changed.isEmpty()) {
      return;
    }
    if (!names.isEmpty()) {
      refuseMissing(names);
    }
    StoreEncryption encryption = settings.encryption();
    if (encryption != null) {
      encryption.prepare(this::header);
    }
    write(fresh, changed);
  }

  @Override
  public final void delete(String name) {
    SecretNames.check(name);
    refuseMissing(List.of(name));
    if (!remove(name)) {
      throw missing(name);
    }
  }

  @Override
  public final void deleteAll(boolean force) {
    if (!list().isEmpty()) {
      removeAll();
    }
  }

  @Override
  public final Secret get(String name) {
    Secret found = getAll(List.of(name)).get(name);
    if (found == null) {
      throw missing(name);
    }
    return found;
  }

  @Override
  public final Map<String, Secret> getAll(Collection<String> names) {
    for (String name : names) {
      SecretNames.check(name);
    }
    return names.isEmpty() ? Map.of() : find(names);
  }

  @Override
  public final Path file() {
    return settings.file();
  }

  @Override
  public final Path keyFile() {
    return encryption().keyFile();
  }

  @Override
  public final void unlock() {
    StoreEncryption encryption = settings.encryption();
    if (encryption != null) {
      encryption.unlock(this::header);
    }
  }

  // ---- for the classes of files

  /** The component's name, for messages. */
  protected final String component() {
    return settings.component();
  }

  /** The part of the file that is seen. */
  protected final SecretScope scope() {
    return settings.scope();
  }

  /** What to say when there is no secret of a name. */
  protected final SecretNotFoundException missing(String name) {
    return new SecretNotFoundException(name, settings.component());
  }

  /**
   * How values stand in the store.
   *
   * @param header null when it holds no secrets yet
   */
  protected final ValueCodec codec(@Nullable StoreHeader header) {
    StoreEncryption encryption = settings.encryption();
    if (encryption == null) {
      return new EncodedValues();
    }
    return header == null ? encryption.create() : encryption.open(header);
  }

  /**
   * Where the store's key comes from.
   *
   * @throws UnsupportedSecretOperationException when it has none
   */
  protected final StoreEncryption encryption() {
    StoreEncryption encryption = settings.encryption();
    if (encryption == null) {
      throw new UnsupportedSecretOperationException(
          "The secrets manager '"
              + settings.component()
              + "' stores values without encryption, so it has no key. Fix: set up an encrypted one,"
              + " and copy the secrets to it: lockstep secret copy --all --from "
              + settings.component()
              + " --to NAME");
    }
    return encryption;
  }
}
