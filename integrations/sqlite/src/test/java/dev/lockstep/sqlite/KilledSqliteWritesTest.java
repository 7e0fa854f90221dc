package dev.lockstep.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.encryption.NewKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two processes write to one store, give it other keys, and are killed in the middle. */
class KilledSqliteWritesTest extends SqliteStore {
  private static final int KILLS = 5;

  @Test
  @Timeout(180)
  void aKillAtAnyPointLeavesEachSecretOldOrNewAndLosesNone() throws Exception {
    SqliteSecretsManager secrets = open();
    for (String name : List.of("one", "two", "shared", "untouched")) {
      secrets.register(numbered(name, 0));
    }
    Random random = new Random(3);
    int one = 0;
    int two = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path first = folder.resolve("one-" + kill);
      Path second = folder.resolve("two-" + kill);
      Process updates = start(first, "one", one + 1);
      Process rekeys = start(second, "two", two + 1);
      try {
        awaitSome(first, updates, secrets);
        awaitSome(second, rekeys, secrets);
        Thread.sleep(random.nextInt(60));
      } finally {
        updates.destroyForcibly().waitFor();
        Thread.sleep(random.nextInt(20));
        rekeys.destroyForcibly().waitFor();
      }
      one = oldOrNew(secrets.get("one"), last(first, one));
      two = oldOrNew(secrets.get("two"), last(second, two));
      number(secrets.get("shared"));
      assertThat(number(secrets.get("untouched"))).isZero();
      assertThat(secrets.list()).containsExactly("one", "shared", "two", "untouched");
    }
    assertThat(secrets.rekey(NewKey.random())).isEqualTo(4);
    assertThat(Files.readAllLines(key())).hasSize(1);
    assertThat(number(open().get("untouched"))).isZero();
  }

  /** Reads while others write and give the store other keys. */
  private static void awaitSome(Path output, Process process, SqliteSecretsManager secrets)
      throws IOException {
    while (Files.readAllLines(output).size() < 3) {
      assertThat(process.isAlive()).as(errors(output)).isTrue();
      number(secrets.get("shared"));
    }
  }

  private static String errors(Path output) throws IOException {
    return Files.readString(output.resolveSibling(output.getFileName() + ".err"));
  }

  private static int last(Path output, int before) throws IOException {
    String text = Files.readString(output);
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    return lines.isEmpty() ? before : Integer.parseInt(lines.get(lines.size() - 1));
  }

  private static int oldOrNew(Secret secret, int reported) {
    int number = number(secret);
    assertThat(number).isBetween(reported, reported + 1);
    return number;
  }

  /** The number in all values of a secret. */
  private static int number(Secret secret) {
    String first = secret.value("first").map(SecretValue::reveal).orElseThrow();
    assertThat(secret.value("second").map(SecretValue::reveal)).contains(first);
    assertThat(first).startsWith(secret.name() + " ");
    return Integer.parseInt(first.substring(secret.name().length() + 1));
  }

  private Process start(Path output, String own, int from) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            WriteLoop.class.getName(),
            folder.resolve("home").toString(),
            own,
            Integer.toString(from))
        .redirectOutput(output.toFile())
        .redirectError(output.resolveSibling(output.getFileName() + ".err").toFile())
        .start();
  }

  /** Updates a secret of its own, prints its number, updates a shared one, changes the key. */
  static final class WriteLoop {
    private WriteLoop() {}

    public static void main(String... args) {
      SqliteSecretsManager secrets = open(Path.of(args[0]), Map.of());
      String own = args[1];
      for (int i = Integer.parseInt(args[2]); ; i++) {
        secrets.update(numbered(own, i));
        System.out.println(i);
        secrets.update(numbered("shared", i));
        if (own.equals("two") && i % 2 == 0) {
          secrets.rekey(i % 8 == 0 ? NewKey.of(SecretValue.of(PHRASE)) : NewKey.random());
        }
      }
    }
  }
}
