import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.BulkSecrets;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.local.LocalSecretsFlavor;
import dev.lockstep.sqlite.SqliteSecretsFlavor;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Times what stores on this machine do, in seconds, one line each: {@code operation seconds}.
 *
 * <pre>
 * Stores fill  plain|local|sqlite FOLDER SIZE      makes a store, many secrets at once
 * Stores times plain|local|sqlite FOLDER SIZE      medians in this process, once it is warm
 * Stores get   plain|local|sqlite FOLDER SIZE      reads one and ends: for whole processes
 * </pre>
 */
public final class Stores {
  private static final int WARM = 300;
  private static final int SLOW = 30;

  private Stores() {}

  interface Task {
    void run(int round) throws Exception;
  }

  public static void main(String... args) throws Exception {
    Path folder = Path.of(args[2]);
    int size = Integer.parseInt(args[3]);
    if (args[1].equals("plain")) {
      plain(args[0], folder, size);
    } else {
      ours(args[0], open(args[1], folder), size);
    }
  }

  private static String name(int number) {
    return "team/secret-" + number;
  }

  private static int some(int round, int size) {
    return new Random(round).nextInt(size);
  }

  // ---- SQLite as anybody would use it

  private static void plain(String task, Path folder, int size) throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("plain.db");
    switch (task) {
      case "fill" -> {
        try (Connection connection = DriverManager.getConnection(url)) {
          connection.setAutoCommit(false);
          try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE secret (name TEXT PRIMARY KEY, value TEXT)");
          }
          try (PreparedStatement insert =
              connection.prepareStatement("INSERT INTO secret VALUES (?, ?)")) {
            for (int i = 0; i < size; i++) {
              insert.setString(1, name(i));
              insert.setString(2, "value " + i);
              insert.addBatch();
            }
            insert.executeBatch();
          }
          connection.commit();
        }
      }
      case "get" -> select(url, some(1, size));
      default -> say("get", WARM, round -> select(url, some(round, size)));
    }
  }

  private static void select(String url, int number) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement select =
            connection.prepareStatement("SELECT value FROM secret WHERE name = ?")) {
      select.setString(1, name(number));
      try (ResultSet row = select.executeQuery()) {
        need(row.next() && row.getString(1).equals("value " + number));
      }
    }
  }

  // ---- ours

  private static SecretsManager open(String flavor, Path folder) {
    ComponentFlavor<? extends SecretsManager> found =
        flavor.equals("local") ? new LocalSecretsFlavor() : new SqliteSecretsFlavor();
    return found.create(
        new ComponentContext("bench", Map.of(), new LockstepHome(folder), Map.of()));
  }

  private static Secret secret(int number) {
    return Secret.of(
        name(number), Secret.ARBITRARY, Map.of("value", SecretValue.of("value " + number)));
  }

  private static void ours(String task, SecretsManager secrets, int size) throws Exception {
    switch (task) {
      case "fill" -> {
        List<Secret> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          all.add(secret(i));
        }
        long start = System.nanoTime();
        ((BulkSecrets) secrets).storeAll(all, List.of());
        System.out.println("fill " + (System.nanoTime() - start) / 1e9);
      }
      case "get" -> get(secrets, some(1, size));
      default -> {
        say("get", WARM, round -> get(secrets, some(round, size)));
        say(
            "get 10 at once",
            SLOW,
            round -> {
              List<String> names = new ArrayList<>();
              for (int i = 0; i < 10; i++) {
                names.add(name((some(round, size) + i) % size));
              }
              need(secrets.getAll(names).size() == Math.min(size, 10));
            });
        say("list", SLOW, round -> need(secrets.list().size() == size));
        int[] next = {size};
        say("register", SLOW, round -> secrets.register(secret(next[0]++)));
        say("update", SLOW, round -> secrets.update(secret(some(round, size))));
      }
    }
  }

  private static void get(SecretsManager secrets, int number) {
    need(secrets.get(name(number)).equals(secret(number)));
  }

  private static void need(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("The store has not what was put into it.");
    }
  }

  /** The median after as many rounds that do not count. */
  private static void say(String operation, int rounds, Task task) throws Exception {
    double[] seconds = new double[rounds];
    for (int round = -rounds; round < rounds; round++) {
      long start = System.nanoTime();
      task.run(Math.abs(round));
      if (round >= 0) {
        seconds[round] = (System.nanoTime() - start) / 1e9;
      }
    }
    Arrays.sort(seconds);
    System.out.println(operation.replace(' ', '-') + " " + seconds[rounds / 2]);
  }
}
