package dev.lockstep.examples.warehouse;

import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The warehouse: plain JDBC, which knows nothing of pipelines. */
final class Database {
  /** A URL of a server, up to the slash behind a host without a port. */
  private static final Pattern SERVER_WITHOUT_PORT = Pattern.compile("([a-z0-9:]+://[^/:]+)(/.*)");

  private Database() {}

  /** Logs in. The password goes into memory and nowhere else. */
  static Connection connect(Warehouse warehouse) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", warehouse.username());
    login.setProperty("password", password(warehouse));
    return DriverManager.getConnection(url(warehouse), login);
  }

  static List<Customer> customers(Connection connection, LocalDate since) throws SQLException {
    String query =
        """
        SELECT id, since, orders, days_since_order, complaints, discount, has_left
        FROM customer WHERE since >= ? ORDER BY id
        """;
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setDate(1, Date.valueOf(since));
      try (ResultSet rows = statement.executeQuery()) {
        List<Customer> customers = new ArrayList<>();
        while (rows.next()) {
          customers.add(customer(rows));
        }
        return customers;
      }
    }
  }

  /** As the driver takes it: JDBC has no escapes, and wants to be told the port. */
  static String url(Warehouse warehouse) {
    String url = warehouse.url().getScheme() + ":" + warehouse.url().getSchemeSpecificPart();
    Matcher server = SERVER_WITHOUT_PORT.matcher(url);
    return server.matches() ? server.group(1) + ":" + warehouse.port() + server.group(2) : url;
  }

  /** H2 takes the password of an encrypted file in front of the user's. */
  private static String password(Warehouse warehouse) {
    String own = warehouse.password().reveal();
    return warehouse.token().map(token -> token.reveal() + " " + own).orElse(own);
  }

  private static Customer customer(ResultSet row) throws SQLException {
    return new Customer(
        row.getInt("id"),
        row.getDate("since").toLocalDate(),
        row.getInt("orders"),
        row.getInt("days_since_order"),
        row.getInt("complaints"),
        row.getDouble("discount"),
        row.getBoolean("has_left"));
  }
}
