package dev.lockstep.secret.local;

import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.GuardedFile.Change;
import dev.lockstep.home.HomeException;
import dev.lockstep.home.OwnerOnly;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretLimits;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.secret.encryption.StoreEncryption;
import dev.lockstep.secret.encryption.StoreHeader;
import dev.lockstep.secret.encryption.ValueCodec;
import dev.lockstep.yaml.Yaml;
import dev.lockstep.yaml.YamlFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Secrets in one YAML file on this machine. Values are encrypted with a key from a file of its own,
 * unless the component says {@code encryption=none}, which demands that no other user can read the
 * file; names, types and keys are readable.
 *
 * <p>Safe under threads and processes: a reader sees the store before or after a change, changes
 * follow each other, and a kill at any point leaves the old store or the new. Every operation reads
 * the file anew, so a secret that another process changed is seen at once.
 */
public final class LocalSecretsManager implements SecretsManager {
  /** Up to so many secrets are looked for one by one. */
  private static final int FEW = 16;

  private final String component;
  private final GuardedFile file;

  /** Null when values are plain base64. */
  private final @Nullable StoreEncryption encryption;

  private final String prefix;
  private final Clock clock;

  LocalSecretsManager(
      String component,
      Path file,
      @Nullable StoreEncryption encryption,
      String prefix,
      Clock clock) {
    this.component = component;
    this.file = new GuardedFile(file);
    this.encryption = encryption;
    this.prefix = prefix;
    this.clock = clock;
  }

  @Override
  public void register(Secret secret) {
    SecretLimits.check(secret);
    write(
        (store, codec) -> {
          String name = prefix + secret.name();
          if (store.find(name) >= 0) {
            throw new SecretExistsException(secret.name(), component);
          }
          return store.with(
              name, StoredSecret.fields(null, name, secret, 1, clock.instant(), codec));
        });
  }

  @Override
  public void update(Secret secret) {
    SecretLimits.check(secret);
    refuseMissing(secret.name());
    write(
        (store, codec) -> {
          String name = prefix + secret.name();
          int index = find(store, secret.name());
          StoredSecret old = StoredSecret.read(secret.name(), place(), store, index);
          return store.with(
              name,
              StoredSecret.fields(old, name, secret, old.version() + 1, clock.instant(), codec));
        });
  }

  @Override
  public void delete(String name) {
    SecretNames.check(name);
    refuseMissing(name);
    change(
        content -> {
          StoreText store = store(content);
          if (store == null) {
            throw new SecretNotFoundException(name, component);
          }
          find(store, name);
          return replaced(store.without((prefix + name)::equals));
        });
  }

  @Override
  public void deleteAll(boolean force) {
    if (list().isEmpty()) {
      return;
    }
    change(
        content -> {
          StoreText store = store(content);
          return store == null
              ? Change.keep(true)
              : replaced(store.without(name -> name.startsWith(prefix)));
        });
  }

  // Reading is what every start of a pipeline does. It is written without lambdas, each of which
  // costs a young JVM more than finding a secret does.

  @Override
  public Secret get(String name) {
    SecretNames.check(name);
    try {
      StoreText store = store(file.read());
      if (store == null) {
        throw new SecretNotFoundException(name, component);
      }
      return open(store, name, find(store, name), codec(store));
    } catch (YamlFormatException | HomeException e) {
      throw translated(e);
    }
  }

  @Override
  public Map<String, Secret> getAll(Collection<String> names) {
    for (String name : names) {
      SecretNames.check(name);
    }
    try {
      StoreText store = names.isEmpty() ? null : store(file.read());
      if (store == null) {
        return Map.of();
      }
      Map<String, Secret> found = new LinkedHashMap<>();
      ValueCodec codec = null;
      Map<String, Integer> places = names.size() > FEW ? store.index() : Map.of();
      for (String name : names) {
        String stored = prefix + name;
        int index = names.size() > FEW ? places.getOrDefault(stored, -1) : store.find(stored);
        if (index >= 0) {
          codec = codec == null ? codec(store) : codec;
          found.put(name, open(store, name, index, codec));
        }
      }
      return Collections.unmodifiableMap(found);
    } catch (YamlFormatException | HomeException e) {
      throw translated(e);
    }
  }

  @Override
  public List<String> list() {
    try {
      StoreText store = store(file.read());
      TreeSet<String> names = new TreeSet<>();
      if (store != null) {
        for (String name : store.names()) {
          if (name.startsWith(prefix)) {
            names.add(name.substring(prefix.length()));
          }
        }
      }
      return List.copyOf(names);
    } catch (YamlFormatException | HomeException e) {
      throw translated(e);
    }
  }

  private interface Writing {
    String apply(StoreText store, ValueCodec codec);
  }

  private void write(Writing change) {
    if (encryption != null) {
      encryption.prepare();
    }
    change(
        content -> {
          StoreText store = store(content);
          ValueCodec codec = codecForWriting(store);
          if (store == null || store.size() == 0) {
            store = StoreText.empty(codec.header());
          }
          return replaced(change.apply(store, codec));
        });
  }

  private void change(Function<Optional<byte[]>, Change<Boolean>> change) {
    try {
      file.update(change);
    } catch (YamlFormatException | HomeException e) {
      throw translated(e);
    }
  }

  private static Change<Boolean> replaced(String text) {
    return Change.replace(text.getBytes(StandardCharsets.UTF_8), true);
  }

  /** Before anything is created for a change that finds nothing to change. */
  private void refuseMissing(String name) {
    try {
      StoreText store = store(file.read());
      if (store == null || store.find(prefix + name) < 0) {
        throw new SecretNotFoundException(name, component);
      }
    } catch (YamlFormatException | HomeException e) {
      throw translated(e);
    }
  }

  /** The number of a secret that must be there. */
  private int find(StoreText store, String name) {
    int index = store.find(prefix + name);
    if (index < 0) {
      throw new SecretNotFoundException(name, component);
    }
    return index;
  }

  private Secret open(StoreText store, String name, int index, ValueCodec codec) {
    return StoredSecret.read(name, place(), store, index).open(prefix + name, name, place(), codec);
  }

  // ---- the key

  private ValueCodec codec(StoreText store) {
    return encryption == null ? new EncodedValues() : encryption.open(store.header());
  }

  private ValueCodec codecForWriting(@Nullable StoreText store) {
    return store != null && store.size() > 0
        ? codec(store)
        : encryption == null ? new EncodedValues() : encryption.create();
  }

  // ---- the file

  /** The store, or null when there is no file. */
  private @Nullable StoreText store(Optional<byte[]> content) {
    if (content.isEmpty()) {
      return null;
    }
    StoreText store = StoreText.read(Yaml.text(content.get()));
    String expected = encryption == null ? StoreHeader.NONE : StoreHeader.AES_256_GCM;
    String found = store.header().encryption();
    if (store.size() > 0 && !found.equals(expected)) {
      throw new SecretAccessDeniedException(
          "The store "
              + file.path()
              + " was written with encryption="
              + found
              + ", and the secrets manager '"
              + component
              + "' is configured with encryption="
              + expected
              + ". Nothing was changed. Fix: lockstep secrets-manager update "
              + component
              + " --encryption="
              + found
              + ", or copy the secrets to a new secrets manager.");
    }
    if (encryption == null && store.size() > 0) {
      // Whoever can read this file has the values, as with the key file of an encrypted store.
      OwnerOnly.check(file.path());
    }
    return store;
  }

  private String place() {
    return file.path().toString();
  }

  /** Gives a failure the type by which callers of a secrets manager tell it. */
  private SecretsManagerException translated(RuntimeException e) {
    if (e instanceof HomeException failure) {
      String message = String.valueOf(e.getMessage());
      return failure.denied()
          ? new SecretAccessDeniedException(message, e)
          : new SecretsUnreachableException(message, e);
    }
    return new SecretsUnreachableException(
        "The store "
            + file.path()
            + " of the secrets manager '"
            + component
            + "' is damaged: "
            + e.getMessage()
            + ". Nothing was changed. Fix: correct that line, or restore the file from a backup.",
        e);
  }
}
