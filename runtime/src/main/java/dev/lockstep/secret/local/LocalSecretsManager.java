package dev.lockstep.secret.local;

import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.GuardedFile.Change;
import dev.lockstep.home.HomeException;
import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.yaml.YamlFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Secrets in one YAML file on this machine. Values are encrypted with a key from a file of its own,
 * unless the component says {@code encryption=none}; names, types and keys are readable.
 *
 * <p>Safe under threads and processes: a reader sees the store before or after a change, changes
 * follow each other, and a kill at any point leaves the old store or the new. Every operation reads
 * the file anew, so a secret that another process changed is seen at once.
 */
public final class LocalSecretsManager implements SecretsManager {
  private final String component;
  private final GuardedFile file;
  private final KeyFile keyFile;
  private final boolean encrypted;
  private final String prefix;
  private final Clock clock;

  LocalSecretsManager(
      String component, Path file, Path keyFile, boolean encrypted, String prefix, Clock clock) {
    this.component = component;
    this.file = new GuardedFile(file);
    this.keyFile = new KeyFile(keyFile);
    this.encrypted = encrypted;
    this.prefix = prefix;
    this.clock = clock;
  }

  @Override
  public void register(Secret secret) {
    StoredSecret.check(secret);
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
    StoredSecret.check(secret);
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
    guarded(
        () ->
            file.update(
                content -> {
                  StoreText store = store(content);
                  if (store == null) {
                    throw new SecretNotFoundException(name, component);
                  }
                  find(store, name);
                  return replaced(store.without((prefix + name)::equals));
                }));
  }

  @Override
  public void deleteAll(boolean force) {
    guarded(
        () ->
            file.update(
                content -> {
                  StoreText store = store(content);
                  return store == null
                      ? Change.keep(true)
                      : replaced(store.without(name -> name.startsWith(prefix)));
                }));
  }

  @Override
  public Secret get(String name) {
    SecretNames.check(name);
    return guarded(
        () -> {
          StoreText store = store(file.read());
          if (store == null) {
            throw new SecretNotFoundException(name, component);
          }
          return open(store, name, find(store, name), codec(store));
        });
  }

  @Override
  public Map<String, Secret> getAll(Collection<String> names) {
    for (String name : names) {
      SecretNames.check(name);
    }
    return guarded(
        () -> {
          StoreText store = names.isEmpty() ? null : store(file.read());
          if (store == null) {
            return Map.of();
          }
          Map<String, Secret> found = new LinkedHashMap<>();
          ValueCodec codec = null;
          for (String name : names) {
            int index = store.find(prefix + name);
            if (index >= 0) {
              codec = codec == null ? codec(store) : codec;
              found.put(name, open(store, name, index, codec));
            }
          }
          return Collections.unmodifiableMap(found);
        });
  }

  @Override
  public List<String> list() {
    return guarded(
        () -> {
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
        });
  }

  private interface Writing {
    String apply(StoreText store, ValueCodec codec);
  }

  private void write(Writing change) {
    if (encrypted) {
      // Before the lock is taken, for others wait for it.
      EncryptedValues.prepare();
    }
    guarded(
        () ->
            file.update(
                content -> {
                  StoreText store = store(content);
                  ValueCodec codec = codecForWriting(store);
                  if (store == null || store.size() == 0) {
                    store = StoreText.empty(codec);
                  } else if (!codec.isKeyOf(store.keyCheck())) {
                    throw wrongKey();
                  }
                  return replaced(change.apply(store, codec));
                }));
  }

  private static Change<Boolean> replaced(String text) {
    return Change.replace(text.getBytes(StandardCharsets.UTF_8), true);
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
    StoredSecret stored = StoredSecret.read(name, place(), store, index);
    try {
      return stored.open(prefix + name, name, place(), codec);
    } catch (MalformedSecretException e) {
      if (!codec.isKeyOf(store.keyCheck())) {
        throw wrongKey();
      }
      throw e;
    }
  }

  // ---- the key

  private ValueCodec codec(StoreText store) {
    return encrypted ? new EncryptedValues(existingKey(store)) : new EncodedValues();
  }

  private ValueCodec codecForWriting(@Nullable StoreText store) {
    if (!encrypted) {
      return new EncodedValues();
    }
    return new EncryptedValues(
        store == null || store.size() == 0 ? keyFile.loadOrCreate() : existingKey(store));
  }

  private byte[] existingKey(StoreText store) {
    Optional<byte[]> key = keyFile.load();
    if (key.isEmpty()) {
      throw new SecretAccessDeniedException(
          "The key file "
              + keyFile.path()
              + " is missing, and the "
              + store.size()
              + " secrets in "
              + file.path()
              + " are encrypted with it. Nothing was changed. Fix: restore the key file from a"
              + " backup, or name it: lockstep secrets-manager update "
              + component
              + " --key_file=FILE. Without it the values are lost: move the store away and register"
              + " the secrets again.");
    }
    return key.get();
  }

  private SecretAccessDeniedException wrongKey() {
    return new SecretAccessDeniedException(
        "The key in "
            + keyFile.path()
            + " is not the one with which "
            + file.path()
            + " was encrypted. Nothing was changed. Fix: restore the key file that belongs to it, or"
            + " name it: lockstep secrets-manager update "
            + component
            + " --key_file=FILE");
  }

  // ---- the file

  /** The store, or null when there is no file. */
  private @Nullable StoreText store(Optional<byte[]> content) {
    if (content.isEmpty()) {
      return null;
    }
    String text = new String(content.get(), StandardCharsets.UTF_8);
    // Bytes that are no UTF-8 become this character, and would be written back as it.
    if (text.indexOf('\uFFFD') >= 0
        && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content.get())) {
      throw new YamlFormatException("the file is not UTF-8", 1);
    }
    StoreText store = StoreText.read(text);
    String expected = encrypted ? EncryptedValues.NAME : EncodedValues.NAME;
    if (store.size() > 0 && !store.encryption().equals(expected)) {
      throw new SecretAccessDeniedException(
          "The store "
              + file.path()
              + " was written with encryption="
              + store.encryption()
              + ", and the secrets manager '"
              + component
              + "' is configured with encryption="
              + expected
              + ". Nothing was changed. Fix: lockstep secrets-manager update "
              + component
              + " --encryption="
              + store.encryption()
              + ", or copy the secrets to a new secrets manager.");
    }
    return store;
  }

  private String place() {
    return file.path().toString();
  }

  /** Gives every failure the type by which callers of a secrets manager tell it. */
  private <R> R guarded(Supplier<R> action) {
    try {
      return action.get();
    } catch (SecretsManagerException e) {
      throw e;
    } catch (YamlFormatException e) {
      throw new SecretsUnreachableException(
          "The store "
              + file.path()
              + " of the secrets manager '"
              + component
              + "' is damaged: "
              + e.getMessage()
              + ". Nothing was changed. Fix: correct that line, or restore the file from a backup.",
          e);
    } catch (HomeException e) {
      throw e.denied()
          ? new SecretAccessDeniedException(String.valueOf(e.getMessage()), e)
          : new SecretsUnreachableException(String.valueOf(e.getMessage()), e);
    }
  }
}
