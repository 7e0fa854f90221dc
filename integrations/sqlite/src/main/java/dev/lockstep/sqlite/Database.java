package dev.lockstep.sqlite;

import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.GuardedFile.Change;
import dev.lockstep.home.HomeException;
import dev.lockstep.secret.encryption.DiskFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

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
  /** Says in the file's header that it is one of ours: "LCKS". */
  private static final int APPLICATION = 0x4C434B53;

  private static final int FORMAT = 1;

  private final Path path;
  private final String component;

  Database(Path path, String component) {
    this.path = path;
    this.component = component;
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
    // Not "unless it exists": in a folder that cannot be searched, nobody knows.
    if (Files.notExists(path)) {
      confirmMissing();
      return Optional.empty();
    }
    try (Connection connection = Driver.read(path)) {
      refuseOthers(connection);
      return Optional.of(work.in(connection));
    } catch (SQLException e) {
      throw failures().typed(e);
    }
  }

  /**
   * Writes in one transaction, while nobody else does; nothing is changed when it throws. Makes the
   * store unless there is one.
   */
  <R> R write(Work<R> work) {
    create();
    try (Connection connection = Driver.write(path)) {
      refuseOthers(connection);
      R result = work.in(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw failures().typed(e);
    }
  }

  /**
   * Makes a store without secrets, all of it at one moment: so a file that is empty was not left by
   * us, and is no store that has nothing in it. What SQLite makes beside it gets its permissions.
   */
  private void create() {
    if (Files.exists(path)) {
      return;
    }
    try {
      new GuardedFile(path)
          .update(
              found ->
                  found.isPresent() ? Change.keep(true) : Change.replace(withoutSecrets(), true));
    } catch (HomeException e) {
      throw DiskFailure.typed(e);
    }
  }

  private void confirmMissing() {
    try {
      GuardedFile.confirmMissing(path);
    } catch (HomeException e) {
      throw DiskFailure.typed(e);
    }
  }

  private byte[] withoutSecrets() {
    try {
      return Driver.empty(Database::makeTables);
    } catch (SQLException e) {
      throw failures().typed(e);
    }
  }

  private SqliteFailures failures() {
    return new SqliteFailures(path, component);
  }

  /** Refuses what is not a store. */
  private void refuseOthers(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT application_id, user_version"
                    + " FROM pragma_application_id, pragma_user_version")) {
      int application = row.next() ? row.getInt(1) : 0;
      int format = row.getInt(2);
      if (application != APPLICATION) {
        throw failures().damaged("was cut off, or is a database of another program");
      }
      if (format != FORMAT) {
        throw failures().format(format, FORMAT);
      }
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
