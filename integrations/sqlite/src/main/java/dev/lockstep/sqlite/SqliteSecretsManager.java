package dev.lockstep.sqlite;

import dev.lockstep.secret.BulkSecrets;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretLimits;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretScope;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.encryption.EncryptedStore;
import dev.lockstep.secret.encryption.NewKey;
import dev.lockstep.secret.encryption.Rekeying;
import dev.lockstep.secret.encryption.StoreEncryption;
import dev.lockstep.secret.encryption.StoreHeader;
import dev.lockstep.secret.encryption.ValueCodec;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Many secrets in one SQLite file on this machine: finding one takes the same time however many
 * there are, and changing one does not write the others. Values are encrypted as those of flavor
 * {@code local} are; names, types and keys are readable.
 *
 * <p>Safe under threads and processes: a reader sees the store before or after a change, changes
 * follow each other, and a kill at any point leaves the old store or the new.
 */
public final class SqliteSecretsManager implements SecretsManager, BulkSecrets, EncryptedStore {
  /** As often may the store's key change while one reader reads. */
  private static final int ATTEMPTS = 10;

  private final String component;
  private final Database database;
  private final StoreEncryption encryption;
  private final SecretScope scope;
  private final Clock clock;

  SqliteSecretsManager(
      String component,
      Database database,
      StoreEncryption encryption,
      SecretScope scope,
      Clock clock) {
    this.component = component;
    this.database = database;
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
      refuseWithoutSecrets(changed.iterator().next().name());
    }
    encryption.prepare(this::header);
    String now = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    database.write(
        connection -> {
          Tables tables = new Tables(connection);
          StoreHeader header = tables.holdsSecrets() ? tables.header() : null;
          ValueCodec codec = header == null ? encryption.create() : encryption.open(header);
          if (header == null) {
            tables.setHeader(codec.header());
          }
          try (SecretRows rows = new SecretRows(connection, codec, now)) {
            for (Secret secret : fresh) {
              if (!rows.insert(scope.full(secret.name()), secret)) {
                throw new SecretExistsException(secret.name(), component);
              }
            }
            for (Secret secret : changed) {
              if (!rows.replace(scope.full(secret.name()), secret)) {
                throw new SecretNotFoundException(secret.name(), component);
              }
            }
          }
          return true;
        });
  }

  @Override
  public void delete(String name) {
    SecretNames.check(name);
    refuseWithoutSecrets(name);
    boolean deleted = database.write(connection -> new Tables(connection).delete(scope.full(name)));
    if (!deleted) {
      throw new SecretNotFoundException(name, component);
    }
  }

  @Override
  public void deleteAll(boolean force) {
    if (!list().isEmpty()) {
      database.write(connection -> new Tables(connection).deleteAll(scope));
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
    if (names.isEmpty()) {
      return Map.of();
    }
    Found found = find(names);
    for (int attempt = 1; ; attempt++) {
      try {
        return open(found);
      } catch (SecretAccessDeniedException e) {
        // The key is read after the store, which may have got another one in between. The same one
        // is not tried again: a person would be asked again, without having been told why.
        Found now = find(names);
        if (attempt == ATTEMPTS || Objects.equals(now.header(), found.header())) {
          throw e;
        }
        found = now;
      }
    }
  }

  /**
   * What one reading of the store gave.
   *
   * @param secrets with their values still encrypted, by the names that callers know
   */
  private record Found(@Nullable StoreHeader header, Map<String, StoredSecret> secrets) {}

  private Found find(Collection<String> names) {
    return database
        .read(
            connection -> {
              Tables tables = new Tables(connection);
              Map<String, String> full = new LinkedHashMap<>();
              for (String name : names) {
                full.put(scope.full(name), name);
              }
              return new Found(tables.header(), tables.find(full));
            })
        .orElse(new Found(null, Map.of()));
  }

  private Map<String, Secret> open(Found found) {
    StoreHeader header = found.header();
    if (header == null || found.secrets().isEmpty()) {
      return Map.of();
    }
    ValueCodec codec = encryption.open(header);
    Map<String, Secret> opened = new LinkedHashMap<>();
    found
        .secrets()
        .forEach((name, secret) -> opened.put(name, secret.open(name, database.path(), codec)));
    return Collections.unmodifiableMap(opened);
  }

  @Override
  public List<String> list() {
    return database.read(connection -> new Tables(connection).names(scope)).orElse(List.of());
  }

  /** Before anything is created for a change that finds nothing to change. */
  private void refuseWithoutSecrets(String name) {
    if (header() == null) {
      throw new SecretNotFoundException(name, component);
    }
  }

  // ---- the key

  @Override
  public Path file() {
    return database.path();
  }

  @Override
  public Path keyFile() {
    return encryption.keyFile();
  }

  @Override
  public void unlock() {
    encryption.unlock(this::header);
  }

  @Override
  public int rekey(NewKey key) {
    if (header() == null) {
      return 0;
    }
    unlock();
    Rekeying rekeying = encryption.rekey(key);
    int count =
        database.write(
            connection -> {
              Tables tables = new Tables(connection);
              if (!tables.holdsSecrets()) {
                return 0;
              }
              ValueCodec old = encryption.open(tables.header());
              ValueCodec fresh = rekeying.codec();
              tables.setHeader(fresh.header());
              return tables.encodeAll(old, fresh, database.path());
            });
    rekeying.finish();
    return count;
  }

  /** The header of a store that holds secrets, or null. */
  private @Nullable StoreHeader header() {
    return database
        .read(
            connection -> {
              Tables tables = new Tables(connection);
              return tables.holdsSecrets()
                  ? Optional.of(tables.header())
                  : Optional.<StoreHeader>empty();
            })
        .flatMap(header -> header)
        .orElse(null);
  }
}
