package dev.lockstep.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.home.LockstepHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes change one configuration and are killed in the middle. */
class KilledConfigurationTest {
  private static final int KILLS = 5;
  private static final int CHANGES = 15;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  @Timeout(120)
  void aKilledChangeIsThereAsAWholeOrNotAtAllAndNoOtherIsLost() throws Exception {
    ConfigurationFile file = new ConfigurationFile(new LockstepHome(folder.resolve("home")));
    int a = 0;
    int b = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Child first = new Child("a", a);
      Child second = new Child("b", b);
      // Each is killed after another number of changes, at a point that nobody chooses.
      first.awaitLast(a + CHANGES + kill);
      second.awaitLast(b + CHANGES);
      first.kill();
      second.kill();
      a = next(file, "a", first.last());
      b = next(file, "b", second.last());
    }
    assertThat(file.load().stacks()).hasSize(1 + a + b);
    try (var files = Files.list(folder.resolve("home"))) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .contains("config.yaml")
          .isSubsetOf("config.yaml", ".config.yaml.lock", ".config.yaml.new");
    }
  }

  /** How many there are: those that were reported, and perhaps one more; each as a whole. */
  private static int next(ConfigurationFile file, String prefix, int reported) {
    Configuration read = file.load();
    int count = 0;
    while (read.findStack(prefix + count).isPresent()) {
      String name = prefix + count;
      assertThat(read.stack(name).component(ComponentType.ARTIFACT_STORE)).contains(name);
      assertThat(read.component(ComponentType.ARTIFACT_STORE, name).attributes())
          .containsEntry("path", "/" + name);
      count++;
    }
    assertThat(read.findComponent(ComponentType.ARTIFACT_STORE, prefix + count))
        .isEqualTo(Optional.empty());
    assertThat(count).isBetween(reported + 1, reported + 2);
    return count;
  }

  private final class Child {
    private final Process process;
    private final BufferedReader output;
    private int last = -1;

    Child(String prefix, int from) throws IOException {
      process =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-XX:TieredStopAtLevel=1",
                      "-cp",
                      System.getProperty("java.class.path"),
                      ConfigurationLoop.class.getName(),
                      folder.resolve("home").toString(),
                      prefix,
                      Integer.toString(from)))
              .redirectErrorStream(true)
              .start();
      output = process.inputReader();
    }

    void awaitLast(int number) throws IOException {
      while (last < number) {
        assertThat(readNumber()).as("the process goes on").isTrue();
      }
    }

    /** By its handle, because killing the process itself closes its output unread. */
    void kill() {
      assertThat(process.toHandle().destroyForcibly()).isTrue();
    }

    /** The last number that it printed, once it is killed. */
    int last() throws IOException {
      while (readNumber()) {
        // What was on the way.
      }
      return last;
    }

    private boolean readNumber() throws IOException {
      String line = output.readLine();
      if (line != null) {
        assertThat(line).containsOnlyDigits();
        // The last line may be cut off: numbers go up by one.
        int number = Integer.parseInt(line);
        last = number > last ? number : last;
      }
      return line != null;
    }
  }
}
