package dev.lockstep.examples.warehouse;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes the warehouse that the example reads, and is no part of the pipeline: elsewhere, somebody
 * runs a database and tells you the password. {@code lockstep example run} calls it before the
 * pipeline, and stores what it writes as the secret when there is none yet.
 */
public final class SetUp {
  private static final String USER = "churn";

  /** It protects made-up customers. The README tells it, too. */
  private static final String PASSWORD = "demonstration-password";

  private static final String DATABASE = "warehouse";
  private static final String FILE = DATABASE + ".mv.db";

  private SetUp() {}

  /**
   * Makes the database, unless it is there, and writes the secret as JSON to standard output.
   *
   * @param arguments the folder for the database
   */
  public static void main(String... arguments) throws Exception {
    System.out.println(json(warehouse(Path.of(arguments[0]))));
  }

  /** Where the database in a folder is; it is made if it is missing. */
  static URI warehouse(Path folder) throws IOException, SQLException, URISyntaxException {
    Path database = folder.toAbsolutePath().normalize().resolve(FILE);
    if (!Files.exists(database)) {
      Files.createDirectories(database.getParent());
      Path draft = Files.createTempDirectory(database.getParent(), "draft");
      create(draft.resolve(DATABASE));
      // Whoever looks meanwhile sees no database or a whole one.
      Files.move(draft.resolve(FILE), database, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(draft);
    }
    return new URI(
        "jdbc",
        // To read, at most: then any number of runs may at the same time.
        "h2:file:" + database.resolveSibling(DATABASE) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r",
        null);
  }

  static String json(URI url) {
    return """
        {"warehouse": {"url": "%s", "username": "%s", "password": "%s"}}"""
        .formatted(url.toASCIIString(), USER, PASSWORD);
  }

  private static void create(Path file) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + file, USER, PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE customer (
            id INT PRIMARY KEY, since DATE, orders INT, days_since_order INT, complaints INT,
            discount DOUBLE PRECISION, has_left BOOLEAN)
          """);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO customer VALUES (?, ?, ?, ?, ?, ?, ?)")) {
        for (Customer customer : MadeUpCustomers.all()) {
          insert.setInt(1, customer.id());
          insert.setDate(2, Date.valueOf(customer.since()));
          insert.setInt(3, customer.orders());
          insert.setInt(4, customer.daysSinceOrder());
          insert.setInt(5, customer.complaints());
          insert.setDouble(6, customer.discount());
          insert.setBoolean(7, customer.left());
          insert.addBatch();
        }
        insert.executeBatch();
      }
    }
  }
}
