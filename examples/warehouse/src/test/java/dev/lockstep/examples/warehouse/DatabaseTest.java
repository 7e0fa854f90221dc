package dev.lockstep.examples.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.json.Json;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
  private static final LocalDate EVER = LocalDate.of(2000, 1, 1);

  @TempDir private Path folder;

  @Test
  void theDatabaseOfTheSetUpAsksForItsPassword() throws Exception {
    TestWarehouse warehouse = TestWarehouse.at(SetUp.warehouse(folder));

    try (Connection connection = Database.connect(warehouse)) {
      assertThat(Database.customers(connection, EVER)).isEqualTo(MadeUpCustomers.all());
    }
    assertThatThrownBy(() -> Database.connect(warehouse.withPassword("0pen-sesame")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("Wrong user name or password")
        .hasMessageNotContaining("sesame");
  }

  @Test
  void aDatabaseThatIsNotThereIsNotMade() throws Exception {
    URI url = SetUp.warehouse(folder);
    Files.delete(folder.resolve("warehouse.mv.db"));

    assertThatThrownBy(() -> Database.connect(TestWarehouse.at(url)))
        .hasMessageContaining("not found");
  }

  @Test
  void theSetUpMakesTheDatabaseOnceInAnyFolder() throws Exception {
    Path odd = folder.resolve("my folder/größe 100%");
    URI first = SetUp.warehouse(odd);
    Object made = Files.getLastModifiedTime(odd.resolve("warehouse.mv.db"));

    assertThat(SetUp.warehouse(odd)).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(odd.resolve("warehouse.mv.db"))).isEqualTo(made);
    String url = Json.readObject(SetUp.json(first)).object("warehouse").string("url");
    try (Connection connection = Database.connect(TestWarehouse.at(URI.create(url)))) {
      assertThat(Database.customers(connection, EVER)).hasSize(2000);
    }
  }

  @Test
  void manyMayReadAtATime() throws Exception {
    TestWarehouse warehouse = TestWarehouse.at(SetUp.warehouse(folder));
    try (Connection one = Database.connect(warehouse);
        Connection two = Database.connect(warehouse)) {
      assertThat(Database.customers(one, EVER)).isEqualTo(Database.customers(two, EVER));
    }
  }

  @Test
  void theTokenOpensAnEncryptedFile() throws Exception {
    URI url = URI.create("jdbc:h2:file:" + folder.resolve("sealed") + ";CIPHER=AES");
    TestWarehouse warehouse = TestWarehouse.at(url).withToken("seal");
    DriverManager.getConnection(url.toString(), "churn", "seal " + TestWarehouse.RIGHT).close();

    Database.connect(warehouse).close();
    assertThatThrownBy(() -> Database.connect(warehouse.withToken("open")))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void aServerIsAskedAtThePortOfTheSecret() throws Exception {
    Server server =
        Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString());
    server.start();
    try {
      TestWarehouse warehouse =
          TestWarehouse.at(URI.create("jdbc:h2:tcp://localhost/./served"))
              .withPort(server.getPort());
      try (Connection connection = Database.connect(warehouse);
          Statement statement = connection.createStatement()) {
        assertThat(statement.execute("SELECT 1")).isTrue();
      }
      assertThatThrownBy(() -> Database.connect(warehouse.withPassword("wrong")))
          .hasMessageContaining("Wrong user name or password");
    } finally {
      server.stop();
    }
  }

  @Test
  void onlyAServerWithoutAPortGetsOne() {
    assertThat(url("jdbc:postgresql://db.example.com/shop"))
        .isEqualTo("jdbc:postgresql://db.example.com:5432/shop");
    assertThat(url("jdbc:postgresql://db.example.com:6000/shop"))
        .isEqualTo("jdbc:postgresql://db.example.com:6000/shop");
    assertThat(url("jdbc:h2:file:///home/a/b")).isEqualTo("jdbc:h2:file:///home/a/b");
    assertThat(url("jdbc:h2:file:/a%20b/c;IFEXISTS=TRUE"))
        .isEqualTo("jdbc:h2:file:/a b/c;IFEXISTS=TRUE");
  }

  private static String url(String url) {
    return Database.url(TestWarehouse.at(URI.create(url)));
  }
}
