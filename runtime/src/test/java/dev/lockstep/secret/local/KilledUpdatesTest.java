package dev.lockstep.secret.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes update one store and are killed in the middle. */
class KilledUpdatesTest {
  private static final int UPDATES = 200;
  private static final int KILLS = 6;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  @Timeout(120)
  void aKilledUpdateLeavesEachSecretOldOrNewAndLosesNone() throws Exception {
    SecretsManager secrets = UpdateLoop.open(folder.resolve("home"));
    for (String name : List.of("one", "two", "shared", "untouched")) {
      secrets.register(UpdateLoop.numbered(name, 0));
    }
    Random random = new Random(1);
    int one = 0;
    int two = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Child first = new Child("one", one + 1, UPDATES);
      Child second = new Child("two", two + 1, UPDATES);
      first.awaitFirstUpdate();
      second.awaitFirstUpdate();
      Thread.sleep(random.nextInt(150));
      first.process.destroyForcibly().waitFor();
      Thread.sleep(random.nextInt(30));
      second.process.destroyForcibly().waitFor();

      one = oldOrNew(secrets.get("one"), first.lastDone());
      two = oldOrNew(secrets.get("two"), second.lastDone());
      number(secrets.get("shared"));
      assertThat(number(secrets.get("untouched"))).isZero();
      assertThat(secrets.list()).containsExactly("one", "shared", "two", "untouched");
    }
  }

  @Test
  @Timeout(120)
  void updatesOfTwoProcessesAreAllDone() throws Exception {
    SecretsManager secrets = UpdateLoop.open(folder.resolve("home"));
    for (String name : List.of("one", "two", "shared")) {
      secrets.register(UpdateLoop.numbered(name, 0));
    }
    Child first = new Child("one", 1, UPDATES);
    Child second = new Child("two", 1, UPDATES);

    assertThat(first.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(first.process.exitValue()).as(first.errors()).isZero();
    assertThat(second.process.exitValue()).as(second.errors()).isZero();
    assertThat(number(secrets.get("one"))).isEqualTo(UPDATES);
    assertThat(number(secrets.get("two"))).isEqualTo(UPDATES);
    // One registration, and 200 updates of each process: none was overwritten by the other.
    assertThat(secrets.get("shared").version()).contains(Integer.toString(1 + 2 * UPDATES));
  }

  /** The number of a secret, which is the last one that was reported, or the next. */
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

  private final class Child {
    private final Process process;
    private final Path output;
    private final Path errors;

    Child(String own, int from, int count) throws IOException {
      output = Files.createTempFile(folder, own, ".out");
      errors = Files.createTempFile(folder, own, ".err");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
      command.add(System.getProperty("java.class.path"));
      command.add(UpdateLoop.class.getName());
      command.addAll(List.of(folder.resolve("home").toString(), own));
      command.addAll(List.of(Integer.toString(from), Integer.toString(count)));
      process =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
    }

    void awaitFirstUpdate() throws Exception {
      while (Files.size(output) == 0) {
        assertThat(process.isAlive()).as(errors()).isTrue();
        Thread.sleep(5);
      }
    }

    /** The last number that was printed completely. */
    int lastDone() throws IOException {
      String text = Files.readString(output);
      String complete = text.substring(0, text.lastIndexOf('\n'));
      return Integer.parseInt(complete.substring(complete.lastIndexOf('\n') + 1));
    }

    String errors() {
      try {
        return Files.readString(errors);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
