package dev.lockstep.secret.local;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.encryption.FileSecretsManager;
import dev.lockstep.secret.encryption.FileSettings;
import dev.lockstep.secret.encryption.NewKey;
import dev.lockstep.secret.encryption.Rekeying;
import dev.lockstep.secret.encryption.StoreEncryption;
import dev.lockstep.secret.encryption.StoreHeader;
import dev.lockstep.secret.encryption.ValueCodec;
import dev.lockstep.yaml.YamlMapping;
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
public final class LocalSecretsManager extends FileSecretsManager {
  /** Up to so many secrets are looked for one by one. */
  private static final int FEW = 16;

  private final StoreFile file;

  LocalSecretsManager(FileSettings settings) {
    super(settings);
    this.file = new StoreFile(settings.component(), settings.file(), settings.encryption() != null);
  }

  @Override
  protected void write(Collection<Secret> fresh, Collection<Secret> changed) {
    file.change(
        found -> {
          StoreText full = found != null && found.size() > 0 ? found : null;
          ValueCodec codec = codec(full == null ? null : full.header());
          StoreText store = full == null ? StoreText.empty(codec.header()) : full;
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
      String name = scope().full(secret.name());
      if ((few ? store.find(name) : places.getOrDefault(name, -1)) >= 0
          || fields.containsKey(name)) {
        throw new SecretExistsException(secret.name(), component());
      }
      fields.put(name, StoredSecret.fields(null, name, secret, codec));
    }
    for (Secret secret : changed) {
      String name = scope().full(secret.name());
      int index = few ? store.find(name) : places.getOrDefault(name, -1);
      if (index < 0) {
        throw missing(secret.name());
      }
      StoredSecret old = StoredSecret.read(secret.name(), file(), store, index);
      fields.put(name, StoredSecret.fields(old, name, secret, codec));
    }
    return fields;
  }

  @Override
  protected boolean remove(String name) {
    String full = scope().full(name);
    boolean[] found = {false};
    file.change(
        store -> {
          found[0] = store != null && store.find(full) >= 0;
          return store == null || !found[0] ? null : store.without(full::equals);
        });
    return found[0];
  }

  @Override
  protected void removeAll() {
    file.change(
        store -> store == null ? null : store.without(name -> scope().name(name).isPresent()));
  }

  @Override
  protected Map<String, Secret> find(Collection<String> names) {
    return file.read(new Opening(names));
  }

  @Override
  public List<String> list() {
    return file.read(
        store -> {
          TreeSet<String> names = new TreeSet<>();
          if (store != null) {
            for (String name : store.names()) {
              scope().name(name).ifPresent(names::add);
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
        String stored = scope().full(name);
        int index = names.size() > FEW ? places.getOrDefault(stored, -1) : store.find(stored);
        if (index >= 0) {
          codec = codec == null ? codec(store.header()) : codec;
          found.put(
              name,
              StoredSecret.read(name, file(), store, index).secret().open(name, file(), codec));
        }
      }
      return Collections.unmodifiableMap(found);
    }
  }

  @Override
  protected void refuseMissing(Collection<String> names) {
    TreeSet<String> all = names.size() > FEW ? new TreeSet<>(list()) : null;
    for (String name : names) {
      if (all == null ? !isThere(scope().full(name)) : !all.contains(name)) {
        throw missing(name);
      }
    }
  }

  private boolean isThere(String full) {
    return file.read(store -> store != null && store.find(full) >= 0);
  }

  @Override
  public int rekey(NewKey key) {
    StoreEncryption encryption = encryption();
    boolean empty =
        file.read(
            store -> {
              if (store != null && store.size() > 0) {
                encryption.open(store.header());
                return false;
              }
              return true;
            });
    if (empty) {
      return 0;
    }
    Rekeying rekeying = encryption.rekey(key);
    int[] count = {0};
    file.change(
        store -> {
          if (store == null || store.size() == 0) {
            return null;
          }
          count[0] = store.size();
          return rekeyed(store, encryption.open(store.header()), rekeying.codec());
        });
    rekeying.finish();
    return count[0];
  }

  private String rekeyed(StoreText store, ValueCodec old, ValueCodec fresh) {
    Map<String, YamlMapping> fields = new LinkedHashMap<>();
    // Refuses a name that is there twice, of which one would be left under the old key.
    for (Map.Entry<String, Integer> place : store.index().entrySet()) {
      String name = place.getKey();
      StoredSecret stored = StoredSecret.read(name, file(), store, place.getValue());
      Secret secret = stored.secret().open(name, file(), old);
      fields.put(name, stored.rekeyed(secret, fresh));
    }
    return store.withHeader(fresh.header()).with(fields);
  }

  @Override
  protected @Nullable StoreHeader header() {
    Optional<StoreHeader> header =
        file.read(
            store ->
                store == null || store.size() == 0
                    ? Optional.empty()
                    : Optional.of(store.header()));
    return header.orElse(null);
  }
}
