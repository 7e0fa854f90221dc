package dev.lockstep.sqlite;

import dev.lockstep.home.HomeException;
import dev.lockstep.home.OwnerOnly;
import dev.lockstep.secret.encryption.DiskFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * The file of a store. Every use of it opens it anew, which costs less than a millisecond: then a
 * file that was put in its place is seen at once, threads need not share a connection, and nothing
 * has to be closed.
 *
 * <p>SQLite keeps its rollback journal, and not the write-ahead log. With that log a store would be
 * three files, of which a copy needs all; it cannot lie on a network drive, because its index is
 * shared memory; and every process that opens it for one read creates and removes two of the three.
 * What it is good at, readers while somebody writes, costs here the few milliseconds of a commit.
 * Either survives a kill at any point: whoever comes next rolls back what was not committed.
 */
final class Database {
  /** How long a process waits for one that writes: as long as for every file of ours. */
  private static final int PATIENCE_MILLIS = 30_000;

  /** Says in the file's header that it is one of ours: "LCKS". */
  private static final int APPLICATION = 0x4C434B53;

  private static final int FORMAT = 1;

  private final Path path;
  private final SqliteFailures failures;

  Database(Path path, String component) {
    this.path = path;
    this.failures = new SqliteFailures(path, component);
  }

  Path path() {
    return path;
  }

  /**
   * What is done with an open database.
   *
   * @param <R> what comes out of it
   */
  interface Work<R> {
    R in(Connection connection) throws SQLException;
  }

  /** Reads in one transaction, or does nothing when there is no store yet. */
  <R> Optional<R> read(Work<R> work) {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (Connection connection = open("DEFERRED")) {
      return isEmpty(connection) ? Optional.empty() : Optional.of(work.in(connection));
    } catch (SQLException e) {
      throw failures.typed(e);
    }
  }

  /**
   * Writes in one transaction, while nobody else does; nothing is changed when it throws. Makes the
   * store unless there is one.
   */
  <R> R write(Work<R> work) {
    create();
    try (Connection connection = open("IMMEDIATE")) {
      if (isEmpty(connection)) {
        makeTables(connection);
      }
      R result = work.in(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw failures.typed(e);
    }
  }

  /** Files that SQLite makes beside it get the permissions of this one. */
  private void create() {
    if (Files.exists(path)) {
      return;
    }
    Path folder = path.getParent();
    try {
      if (folder != null) {
        OwnerOnly.createFolders(folder);
      }
      OwnerOnly.createFile(path);
    } catch (FileAlreadyExistsException e) {
      if (!Files.exists(path)) {
        throw DiskFailure.typed(HomeException.cannot("create", path, e));
      }
      // Another process was faster.
    } catch (IOException e) {
      throw DiskFailure.typed(HomeException.cannot("create", path, e));
    }
  }

  private Connection open(String transaction) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.setTransactionMode(transaction);
    // As a URI, because the driver takes what stands behind a '?' in a plain name for settings.
    String name = "file:" + path.toUri().getRawPath();
    Connection connection = new JDBC4Connection("jdbc:sqlite:" + name, name, config.toProperties());
    try {
      if (transaction.equals("IMMEDIATE")) {
        try (Statement statement = connection.createStatement()) {
          // A commit survives a power cut; what was deleted is overwritten.
          statement.execute("PRAGMA synchronous = EXTRA");
          statement.execute("PRAGMA secure_delete = ON");
        }
      }
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Whether nothing has been stored; refuses what is not a store. */
  private boolean isEmpty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT (SELECT application_id FROM pragma_application_id),"
                    + " (SELECT user_version FROM pragma_user_version),"
                    + " EXISTS (SELECT 1 FROM sqlite_schema)")) {
      row.next();
      int application = row.getInt(1);
      int format = row.getInt(2);
      boolean tables = row.getBoolean(3);
      if (!tables && application == 0 && format == 0) {
        return true;
      }
      if (application != APPLICATION) {
        throw failures.damaged("is a database of another program");
      }
      if (format != FORMAT) {
        throw failures.damaged(
            "has the format "
                + format
                + ", and this version of Lockstep reads format "
                + FORMAT
                + " only");
      }
      return false;
    }
  }

  private static void makeTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA application_id = " + APPLICATION);
      statement.execute("PRAGMA user_version = " + FORMAT);
      statement.execute(
          "CREATE TABLE header (field TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID");
      statement.execute(
          "CREATE TABLE secret (name TEXT PRIMARY KEY, type TEXT NOT NULL,"
              + " version INTEGER NOT NULL, updated TEXT NOT NULL) WITHOUT ROWID");
      statement.execute(
          "CREATE TABLE value (secret TEXT NOT NULL, position INTEGER NOT NULL, key TEXT NOT NULL,"
              + " text TEXT NOT NULL, PRIMARY KEY (secret, position)) WITHOUT ROWID");
    }
  }
}
