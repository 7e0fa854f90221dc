package dev.lockstep.secret.local;

import dev.lockstep.secret.BulkSecrets;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretLimits;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretScope;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.UnsupportedSecretOperationException;
import dev.lockstep.secret.encryption.EncryptedStore;
import dev.lockstep.secret.encryption.NewKey;
import dev.lockstep.secret.encryption.Rekeying;
import dev.lockstep.secret.encryption.StoreEncryption;
import dev.lockstep.secret.encryption.StoreHeader;
import dev.lockstep.secret.encryption.ValueCodec;
import dev.lockstep.yaml.YamlMapping;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Secrets in one YAML file on this machine. Values are encrypted with a key from a file of its own
 * or from a passphrase, unless the component says {@code encryption=none}, which demands that no
 * other user can read the file; names, types and keys are readable.
 *
 * <p>Safe under threads and processes: a reader sees the store before or after a change, changes
 * follow each other, and a kill at any point leaves the old store or the new. Every operation reads
 * the file anew, so a secret that another process changed is seen at once.
 */
public final class LocalSecretsManager implements SecretsManager, BulkSecrets, EncryptedStore {
  /** Up to so many secrets are looked for one by one. */
  private static final int FEW = 16;

  private final String component;
  private final StoreFile file;

  /** Null when values are plain base64. */
  private final @Nullable StoreEncryption encryption;

  private final SecretScope scope;
  private final Clock clock;

  LocalSecretsManager(
      String component,
      Path file,
      @Nullable StoreEncryption encryption,
      SecretScope scope,
      Clock clock) {
    this.component = component;
    this.file = new StoreFile(component, file, encryption != null);
    this.encryption = encryption;
    this.scope = scope;
    this.clock = clock;
  }

  @Override
  public void register(Secret secret) {
    storeAll(List.of(secret), List.of());
  }

  @Override
  public void update(Secret secret) {
    storeAll(List.of(), List.of(secret));
  }

  @Override
  public void storeAll(Collection<Secret> fresh, Collection<Secret> changed) {
    for (Secret secret : fresh) {
      SecretLimits.check(secret);
    }
    for (Secret secret : changed) {
      SecretLimits.check(secret);
    }
    if (fresh.isEmpty() && changed.isEmpty()) {
      return;
    }
    if (!changed.isEmpty()) {
      // Before anything is created for a change that finds nothing to change.
      refuseMissing(changed);
    }
    if (encryption != null) {
      encryption.prepare(this::header);
    }
    file.change(
        found -> {
          ValueCodec codec = codecForWriting(found);
          StoreText store =
              found == null || found.size() == 0 ? StoreText.empty(codec.header()) : found;
          return store.with(fields(store, codec, fresh, changed));
        });
  }

  /** The fields of all that is stored, by the names in the store. */
  private Map<String, YamlMapping> fields(
      StoreText store, ValueCodec codec, Collection<Secret> fresh, Collection<Secret> changed) {
    Map<String, YamlMapping> fields = new LinkedHashMap<>();
    Map<String, Integer> places =
        fresh.size() + changed.size() > FEW ? store.index() : Map.<String, Integer>of();
    boolean few = fresh.size() + changed.size() <= FEW;
    for (Secret secret : fresh) {
      String name = scope.full(secret.name());
      if ((few ? store.find(name) : places.getOrDefault(name, -1)) >= 0
          || fields.containsKey(name)) {
        throw new SecretExistsException(secret.name(), component);
      }
      fields.put(name, StoredSecret.fields(null, name, secret, 1, clock.instant(), codec));
    }
    for (Secret secret : changed) {
      String name = scope.full(secret.name());
      int index = few ? store.find(name) : places.getOrDefault(name, -1);
      if (index < 0) {
        throw new SecretNotFoundException(secret.name(), component);
      }
      StoredSecret old = StoredSecret.read(secret.name(), place(), store, index);
      fields.put(
          name, StoredSecret.fields(old, name, secret, old.version() + 1, clock.instant(), codec));
    }
    return fields;
  }

  @Override
  public void delete(String name) {
    SecretNames.check(name);
    refuseMissing(name);
    file.change(
        store -> {
          if (store == null || store.find(scope.full(name)) < 0) {
            throw new SecretNotFoundException(name, component);
          }
          return store.without(scope.full(name)::equals);
        });
  }

  @Override
  public void deleteAll(boolean force) {
    if (!list().isEmpty()) {
      file.change(
          store -> store == null ? null : store.without(name -> scope.name(name).isPresent()));
    }
  }

  @Override
  public Secret get(String name) {
    Secret found = getAll(List.of(name)).get(name);
    if (found == null) {
      throw new SecretNotFoundException(name, component);
    }
    return found;
  }

  @Override
  public Map<String, Secret> getAll(Collection<String> names) {
    for (String name : names) {
      SecretNames.check(name);
    }
    return names.isEmpty() ? Map.of() : file.read(new Opening(names));
  }

  @Override
  public List<String> list() {
    return file.read(
        store -> {
          TreeSet<String> names = new TreeSet<>();
          if (store != null) {
            for (String name : store.names()) {
              scope.name(name).ifPresent(names::add);
            }
          }
          return List.copyOf(names);
        });
  }

  /**
   * Reading is what every start of a pipeline does. It is written without lambdas, each of which
   * costs a young JVM more than finding a secret does.
   */
  private final class Opening implements StoreFile.Reading<Map<String, Secret>> {
    private final Collection<String> names;

    Opening(Collection<String> names) {
      this.names = names;
    }

    @Override
    public Map<String, Secret> of(@Nullable StoreText store) {
      if (store == null) {
        return Map.of();
      }
      Map<String, Secret> found = new LinkedHashMap<>();
      ValueCodec codec = null;
      Map<String, Integer> places = names.size() > FEW ? store.index() : Map.of();
      for (String name : names) {
        String stored = scope.full(name);
        int index = names.size() > FEW ? places.getOrDefault(stored, -1) : store.find(stored);
        if (index >= 0) {
          codec = codec == null ? codec(store) : codec;
          found.put(
              name,
              StoredSecret.read(name, place(), store, index).open(stored, name, place(), codec));
        }
      }
      return Collections.unmodifiableMap(found);
    }
  }

  private void refuseMissing(Collection<Secret> secrets) {
    List<String> there = secrets.size() > FEW ? list() : null;
    TreeSet<String> names = there == null ? null : new TreeSet<>(there);
    for (Secret secret : secrets) {
      if (names == null) {
        refuseMissing(secret.name());
      } else if (!names.contains(secret.name())) {
        throw new SecretNotFoundException(secret.name(), component);
      }
    }
  }

  private void refuseMissing(String name) {
    boolean there = file.read(store -> store != null && store.find(scope.full(name)) >= 0);
    if (!there) {
      throw new SecretNotFoundException(name, component);
    }
  }

  // ---- the key

  @Override
  public Path file() {
    return file.path();
  }

  @Override
  public Path keyFile() {
    return encrypted().keyFile();
  }

  @Override
  public void unlock() {
    if (encryption != null) {
      encryption.unlock(this::header);
    }
  }

  @Override
  public int rekey(NewKey key) {
    StoreEncryption encrypted = encrypted();
    boolean empty =
        file.read(
            store -> {
              if (store != null && store.size() > 0) {
                encrypted.open(store.header());
                return false;
              }
              return true;
            });
    if (empty) {
      return 0;
    }
    Rekeying rekeying = encrypted.rekey(key);
    int[] count = {0};
    file.change(
        store -> {
          if (store == null || store.size() == 0) {
            return null;
          }
          count[0] = store.size();
          return rekeyed(store, encrypted.open(store.header()), rekeying.codec());
        });
    rekeying.finish();
    return count[0];
  }

  private String rekeyed(StoreText store, ValueCodec old, ValueCodec fresh) {
    Map<String, YamlMapping> fields = new LinkedHashMap<>();
    // Refuses a name that is there twice, of which one would be left under the old key.
    for (Map.Entry<String, Integer> place : store.index().entrySet()) {
      String name = place.getKey();
      StoredSecret stored = StoredSecret.read(name, place(), store, place.getValue());
      Secret secret = stored.open(name, name, place(), old);
      fields.put(name, stored.rekeyed(name, secret, fresh));
    }
    return store.withHeader(fresh.header()).with(fields);
  }

  private StoreEncryption encrypted() {
    if (encryption == null) {
      throw new UnsupportedSecretOperationException(
          "The secrets manager '"
              + component
              + "' stores values without encryption, so it has no key. Fix: set up an encrypted one,"
              + " and copy the secrets to it: lockstep secret copy --all --from "
              + component
              + " --to NAME");
    }
    return encryption;
  }

  /** The header of a store that holds secrets, or null. */
  private @Nullable StoreHeader header() {
    Optional<StoreHeader> header =
        file.read(
            store ->
                store == null || store.size() == 0
                    ? Optional.empty()
                    : Optional.of(store.header()));
    return header.orElse(null);
  }

  private ValueCodec codec(StoreText store) {
    return encryption == null ? new EncodedValues() : encryption.open(store.header());
  }

  private ValueCodec codecForWriting(@Nullable StoreText store) {
    return store != null && store.size() > 0
        ? codec(store)
        : encryption == null ? new EncodedValues() : encryption.create();
  }

  private String place() {
    return file.path().toString();
  }
}
