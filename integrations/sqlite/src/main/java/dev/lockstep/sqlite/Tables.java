package dev.lockstep.sqlite;

import dev.lockstep.json.Json;
import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.SecretScope;
import dev.lockstep.secret.encryption.EncodedSecret;
import dev.lockstep.secret.encryption.StoreHeader;
import dev.lockstep.secret.encryption.ValueCodec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of a store. {@code header} has the fields of a {@link StoreHeader}, {@code secret} a
 * row for each secret, {@code value} one for each of its keys, in their order.
 */
final class Tables {
  /** As many values are encoded anew before the next ones are read. */
  private static final int BATCH = 1_000;

  private final Connection connection;

  Tables(Connection connection) {
    this.connection = connection;
  }

  StoreHeader header() throws SQLException {
    Map<String, String> fields = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT field, text FROM header")) {
      while (rows.next()) {
        fields.put(rows.getString(1), rows.getString(2));
      }
    }
    return StoreHeader.of(fields);
  }

  void setHeader(StoreHeader header) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM header");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO header (field, text) VALUES (?, ?)")) {
      for (Map.Entry<String, String> field : header.fields().entrySet()) {
        insert.setString(1, field.getKey());
        insert.setString(2, field.getValue());
        insert.execute();
      }
    }
  }

  boolean holdsSecrets() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM secret)")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /**
   * Finds secrets, in one statement however many there are.
   *
   * @param names the names that callers know, by those in the store
   */
  Map<String, EncodedSecret> find(Map<String, String> names) throws SQLException {
    Map<String, EncodedSecret> found = new LinkedHashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT secret.name, secret.type, secret.version, value.key, value.text"
                + " FROM json_each(?) AS wanted"
                + " CROSS JOIN secret ON secret.name = wanted.value"
                + " LEFT JOIN value ON value.secret = secret.name"
                + " ORDER BY wanted.id, value.position")) {
      select.setString(1, Json.write(List.copyOf(names.keySet())));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          String stored = rows.getString(1);
          EncodedSecret secret = found.get(names.get(stored));
          if (secret == null) {
            secret =
                new EncodedSecret(
                    stored, rows.getString(2), rows.getLong(3), new LinkedHashMap<>());
            found.put(names.get(stored), secret);
          }
          String key = rows.getString(4);
          if (key != null) {
            secret.values().put(key, rows.getString(5));
          }
        }
      }
    }
    return found;
  }

  /** The names that callers know, sorted. */
  List<String> names(SecretScope scope) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT name FROM secret WHERE name >= ? AND name < ? ORDER BY name")) {
      limit(select, scope);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          scope.name(rows.getString(1)).ifPresent(names::add);
        }
      }
    }
    return List.copyOf(names);
  }

  boolean delete(String name) throws SQLException {
    try (PreparedStatement values =
            connection.prepareStatement("DELETE FROM value WHERE secret = ?");
        PreparedStatement secret =
            connection.prepareStatement("DELETE FROM secret WHERE name = ?")) {
      values.setString(1, name);
      values.executeUpdate();
      secret.setString(1, name);
      return secret.executeUpdate() > 0;
    }
  }

  int deleteAll(SecretScope scope) throws SQLException {
    try (PreparedStatement values =
            connection.prepareStatement("DELETE FROM value WHERE secret >= ? AND secret < ?");
        PreparedStatement secrets =
            connection.prepareStatement("DELETE FROM secret WHERE name >= ? AND name < ?")) {
      limit(values, scope);
      values.executeUpdate();
      limit(secrets, scope);
      return secrets.executeUpdate();
    }
  }

  /** The names of a scope begin with a text, so they lie between that and the next one. */
  private static void limit(PreparedStatement statement, SecretScope scope) throws SQLException {
    String start = scope.start();
    statement.setString(1, start);
    statement.setString(
        2,
        start.isEmpty()
            ? "\uFFFF"
            : start.substring(0, start.length() - 1)
                + (char) (start.charAt(start.length() - 1) + 1));
  }

  /**
   * Encodes all values in another way.
   *
   * @return how many secrets there are
   * @throws MalformedSecretException when one cannot be decoded
   */
  int encodeAll(ValueCodec old, ValueCodec fresh, Path place) throws SQLException {
    String secret = "";
    int position = -1;
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT value.secret, value.position, secret.version, value.key, value.text"
                    + " FROM value JOIN secret ON secret.name = value.secret"
                    + " WHERE (value.secret, value.position) > (?, ?)"
                    + " ORDER BY value.secret, value.position LIMIT "
                    + BATCH);
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE value SET text = ? WHERE secret = ? AND position = ?")) {
      int read;
      do {
        read = 0;
        select.setString(1, secret);
        select.setInt(2, position);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            secret = rows.getString(1);
            position = rows.getInt(2);
            String key = rows.getString(4);
            ValueCodec.Place at = new ValueCodec.Place(secret, rows.getLong(3), key);
            String value = old.decode(at, rows.getString(5));
            if (value == null) {
              throw EncodedSecret.malformed(secret, place, List.of(EncodedSecret.damaged(key)));
            }
            update.setString(1, fresh.encode(at, value));
            update.setString(2, secret);
            update.setInt(3, position);
            update.addBatch();
            read++;
          }
        }
        update.executeBatch();
      } while (read == BATCH);
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM secret")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
