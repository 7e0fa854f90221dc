package dev.lockstep.sqlite;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.encryption.EncodedSecret;
import dev.lockstep.secret.encryption.FileSecretsManager;
import dev.lockstep.secret.encryption.FileSettings;
import dev.lockstep.secret.encryption.NewKey;
import dev.lockstep.secret.encryption.Rekeying;
import dev.lockstep.secret.encryption.StoreHeader;
import dev.lockstep.secret.encryption.ValueCodec;
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
public final class SqliteSecretsManager extends FileSecretsManager {
  /** As often may the store's key change while one reader reads. */
  private static final int ATTEMPTS = 10;

  private final Database database;

  SqliteSecretsManager(FileSettings settings) {
    super(settings);
    this.database = new Database(settings.file(), settings.component());
  }

  @Override
  protected void write(Collection<Secret> fresh, Collection<Secret> changed) {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    database.write(
        connection -> {
          Tables tables = new Tables(connection);
          StoreHeader header = tables.holdsSecrets() ? tables.header() : null;
          ValueCodec codec = codec(header);
          if (header == null) {
            tables.setHeader(codec.header());
          }
          try (SecretRows rows = new SecretRows(connection, codec, now)) {
            for (Secret secret : fresh) {
              if (!rows.insert(scope().full(secret.name()), secret)) {
                throw new SecretExistsException(secret.name(), component());
              }
            }
            for (Secret secret : changed) {
              if (!rows.replace(scope().full(secret.name()), secret)) {
                throw missing(secret.name());
              }
            }
          }
          return true;
        });
  }

  @Override
  protected boolean remove(String name) {
    return database.write(connection -> new Tables(connection).delete(scope().full(name)));
  }

  @Override
  protected void removeAll() {
    database.write(connection -> new Tables(connection).deleteAll(scope()));
  }

  @Override
  protected Map<String, Secret> find(Collection<String> names) {
    Found found = read(names);
    for (int attempt = 1; ; attempt++) {
      try {
        return open(found);
      } catch (SecretAccessDeniedException e) {
        // The key is read after the store, which may have got another one in between. The same one
        // is not tried again: a person would be asked again, without having been told why.
        Found now = read(names);
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
  private record Found(@Nullable StoreHeader header, Map<String, EncodedSecret> secrets) {}

  private Found read(Collection<String> names) {
    return database
        .read(
            connection -> {
              Tables tables = new Tables(connection);
              Map<String, String> full = new LinkedHashMap<>();
              for (String name : names) {
                full.put(scope().full(name), name);
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
    ValueCodec codec = codec(header);
    Map<String, Secret> opened = new LinkedHashMap<>();
    found.secrets().forEach((name, secret) -> opened.put(name, secret.open(name, file(), codec)));
    return Collections.unmodifiableMap(opened);
  }

  @Override
  public List<String> list() {
    return database.read(connection -> new Tables(connection).names(scope())).orElse(List.of());
  }

  /** Without secrets all are missing; else the change itself finds out. */
  @Override
  protected void refuseMissing(Collection<String> names) {
    if (header() == null) {
      throw missing(names.iterator().next());
    }
  }

  @Override
  public int rekey(NewKey key) {
    if (header() == null) {
      return 0;
    }
    unlock();
    Rekeying rekeying = encryption().rekey(key);
    int count =
        database.write(
            connection -> {
              Tables tables = new Tables(connection);
              if (!tables.holdsSecrets()) {
                return 0;
              }
              ValueCodec old = codec(tables.header());
              ValueCodec fresh = rekeying.codec();
              tables.setHeader(fresh.header());
              return tables.encodeAll(old, fresh, file());
            });
    rekeying.finish();
    return count;
  }

  @Override
  protected @Nullable StoreHeader header() {
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
