package dev.lockstep.sqlite;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.Passphrases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** A store of a test, and the files that it consists of. */
abstract class SqliteStore {
  /** Must be readable nowhere. */
  static final String VALUE = "hunter2-5uper-5ecret";

  static final String PHRASE = "four common random words";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  SqliteSecretsManager open() {
    return open(Map.of());
  }

  SqliteSecretsManager open(Map<String, String> attributes) {
    return open(folder.resolve("home"), attributes);
  }

  static SqliteSecretsManager open(Path home, Map<String, String> attributes) {
    return open(home, attributes, Map.of(Passphrases.VARIABLE, PHRASE), Passphrases.unattended());
  }

  /** As someone who can be asked for the passphrase opens it. */
  SqliteSecretsManager open(Map<String, String> attributes, Passphrases.Prompt person) {
    return open(folder.resolve("home"), attributes, Map.of(), Passphrases.asking(person));
  }

  private static SqliteSecretsManager open(
      Path home,
      Map<String, String> attributes,
      Map<String, String> environment,
      Passphrases passphrases) {
    return new SqliteSecretsFlavor()
        .create(
            new ComponentContext(
                "default", attributes, new LockstepHome(home), environment, passphrases));
  }

  Path file() {
    return folder.resolve("home/secrets/default.db");
  }

  Path key() {
    return folder.resolve("home/secrets/default.db.key");
  }

  /** Changes the store as someone else would. */
  void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /** A secret without a schema, of keys and values in turn. */
  static Secret secret(String name, String... keysAndValues) {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], SecretValue.of(keysAndValues[i + 1]));
    }
    return Secret.of(name, Secret.ARBITRARY, values);
  }

  /** A secret whose values all hold the number. */
  static Secret numbered(String name, int number) {
    return secret(name, "first", name + " " + number, "second", name + " " + number);
  }
}
