package dev.lockstep.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * The JDBC driver, in a class of its own: it is loaded when a store is used, and not when a command
 * lists flavors or makes a component.
 */
final class Driver {
  /** How long a process waits for one that writes: as long as for every file of ours. */
  private static final int PATIENCE_MILLIS = 30_000;

  private Driver() {}

  /** Opens a file that exists. */
  static Connection read(Path path) throws SQLException {
    return open(path, "DEFERRED");
  }

  /** Opens a file that exists, so that its first statement waits until nobody else writes. */
  static Connection write(Path path) throws SQLException {
    Connection connection = open(path, "IMMEDIATE");
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      // A commit survives a power cut; what was deleted is overwritten.
      statement.execute("PRAGMA synchronous = EXTRA");
      statement.execute("PRAGMA secure_delete = ON");
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static Connection open(Path path, String transaction) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.setTransactionMode(transaction);
    // As a URI, because the driver takes what stands behind a '?' in a plain name for settings.
    String name = "file:" + path.toUri().getRawPath();
    Connection connection = new JDBC4Connection("jdbc:sqlite:" + name, name, config.toProperties());
    try {
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** What is written into a database that has nothing in it. */
  interface Content {
    void into(Connection connection) throws SQLException;
  }

  /** The bytes of a database with that content. */
  static byte[] empty(Content content) throws SQLException {
    try (SQLiteConnection connection =
        new JDBC4Connection("jdbc:sqlite::memory:", ":memory:", new Properties())) {
      content.into(connection);
      return connection.serialize("main");
    }
  }
}
