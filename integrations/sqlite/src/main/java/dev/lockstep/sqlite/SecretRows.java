package dev.lockstep.sqlite;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.encryption.EncodedSecret;
import dev.lockstep.secret.encryption.ValueCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Writes secrets into their tables, in a transaction of someone else's. */
final class SecretRows implements AutoCloseable {
  private final ValueCodec codec;
  private final String now;
  private final PreparedStatement version;
  private final PreparedStatement insert;
  private final PreparedStatement update;
  private final PreparedStatement clear;
  private final PreparedStatement value;

  /**
   * Prepares the statements.
   *
   * @param now what the secrets are to say when they were written
   */
  SecretRows(Connection connection, ValueCodec codec, String now) throws SQLException {
    this.codec = codec;
    this.now = now;
    // Those that are left open when one cannot be prepared are closed with the connection.
    version = connection.prepareStatement("SELECT version FROM secret WHERE name = ?");
    insert =
        connection.prepareStatement(
            "INSERT INTO secret (name, type, version, updated) VALUES (?, ?, 1, ?)");
    update =
        connection.prepareStatement(
            "UPDATE secret SET type = ?, version = ?, updated = ? WHERE name = ?");
    clear = connection.prepareStatement("DELETE FROM value WHERE secret = ?");
    value =
        connection.prepareStatement(
            "INSERT INTO value (secret, position, key, text) VALUES (?, ?, ?, ?)");
  }

  /** Stores a secret that is new; false when there is one of that name. */
  boolean insert(String name, Secret secret) throws SQLException {
    if (version(name) >= 0) {
      return false;
    }
    insert.setString(1, name);
    insert.setString(2, secret.type());
    insert.setString(3, now);
    insert.executeUpdate();
    values(name, 1, secret);
    return true;
  }

  /** Replaces the content of a secret; false when there is none of that name. */
  boolean replace(String name, Secret secret) throws SQLException {
    long version = version(name);
    if (version < 0) {
      return false;
    }
    // One that cannot grow was written by hand; its values are bound to it, and so is lost.
    long next = version == Long.MAX_VALUE ? 1 : version + 1;
    update.setString(1, secret.type());
    update.setLong(2, next);
    update.setString(3, now);
    update.setString(4, name);
    update.executeUpdate();
    clear.setString(1, name);
    clear.executeUpdate();
    values(name, next, secret);
    return true;
  }

  /** The version of a secret, or -1. */
  private long version(String name) throws SQLException {
    version.setString(1, name);
    try (ResultSet row = version.executeQuery()) {
      return row.next() ? Math.max(0, row.getLong(1)) : -1;
    }
  }

  private void values(String name, long version, Secret secret) throws SQLException {
    int position = 0;
    EncodedSecret encoded = EncodedSecret.of(name, secret, version, codec);
    for (Map.Entry<String, String> entry : encoded.values().entrySet()) {
      value.setString(1, name);
      value.setInt(2, position);
      value.setString(3, entry.getKey());
      value.setString(4, entry.getValue());
      value.executeUpdate();
      position++;
    }
  }

  @Override
  public void close() throws SQLException {
    version.close();
    insert.close();
    update.close();
    clear.close();
    value.close();
  }
}
