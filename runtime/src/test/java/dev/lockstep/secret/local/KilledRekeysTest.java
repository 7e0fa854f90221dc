package dev.lockstep.secret.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.encryption.NewKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes give one store other keys at once, and are killed in the middle. */
class KilledRekeysTest {
  private static final int KILLS = 10;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  @Test
  @Timeout(180)
  void aKillAtAnyPointLeavesAStoreAndAKeyThatFit() throws Exception {
    LocalSecretsManager secrets = RekeyLoop.open(home());
    for (int i = 0; i < 5; i++) {
      secrets.register(UpdateLoop.numbered("s" + i, i));
    }
    Random random = new Random(5);
    for (int kill = 0; kill < KILLS; kill++) {
      Path first = folder.resolve("first-" + kill);
      Path second = folder.resolve("second-" + kill);
      Process one = start(first, 4);
      Process two = start(second, Integer.MAX_VALUE);
      try {
        awaitSomeAndRead(first, one, secrets);
        awaitSomeAndRead(second, two, secrets);
        Thread.sleep(random.nextInt(60));
      } finally {
        one.destroyForcibly().waitFor();
        Thread.sleep(random.nextInt(20));
        two.destroyForcibly().waitFor();
      }
      readAll(secrets);
      readAll(RekeyLoop.open(home()));
      // What is written after a kill is read by all, and the next rekeying clears up.
      secrets.update(UpdateLoop.numbered("s0", kill));
      secrets.update(UpdateLoop.numbered("s0", 0));
      if (kill % 3 == 0) {
        assertThat(secrets.rekey(NewKey.random())).isEqualTo(5);
        assertThat(Files.readAllLines(home().resolve("secrets/default.key"))).hasSize(1);
        readAll(RekeyLoop.open(home()));
      }
    }
  }

  /** Reads while the store's key changes, until the process has changed it twice. */
  private static void awaitSomeAndRead(Path output, Process process, LocalSecretsManager secrets)
      throws IOException {
    while (Files.readAllLines(output).size() < 2) {
      assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
      readAll(secrets);
    }
  }

  private static void readAll(LocalSecretsManager secrets) {
    assertThat(secrets.list()).containsExactly("s0", "s1", "s2", "s3", "s4");
    for (int i = 0; i < 5; i++) {
      Secret expected = UpdateLoop.numbered("s" + i, i);
      assertThat(secrets.getAll(List.of("s" + i))).containsEntry("s" + i, expected);
    }
  }

  private Process start(Path output, int passphraseEach) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            RekeyLoop.class.getName(),
            home().toString(),
            Integer.toString(passphraseEach))
        .redirectOutput(output.toFile())
        .redirectErrorStream(true)
        .start();
  }
}
