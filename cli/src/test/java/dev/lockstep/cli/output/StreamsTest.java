package dev.lockstep.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsTest {
  private final Lockstep lockstep;

  StreamsTest(@TempDir Path folder) {
    this.lockstep = Lockstep.in(folder);
  }

  @Test
  void aReaderThatWentAwayIsNoFailure() throws Exception {
    // The reader is gone before the first byte is written.
    assertThat(shell("{ sleep 0.1; \"$@\"; echo \"exit $?\" >&2; } | true", "schema", "list"))
        .isEqualTo("exit 0\n");
  }

  @Test
  void aFullDiskIsAFailure() throws Exception {
    if (Files.exists(Path.of("/dev/full"))) {
      assertThat(shell("\"$@\" > /dev/full; echo \"exit $?\" >&2", "schema", "list"))
          .startsWith("error: Standard output cannot be written: ")
          .endsWith("exit 4\n");
    }
  }

  @Test
  void outputIsUtf8InEveryLocale() throws Exception {
    lockstep.reading("a: ünïcödé 日本\n").run("secret", "register", "u", "--values", "-");
    assertThat(lockstep.with("LC_ALL", "C").run("secret", "get", "u", "a", "--reveal").out())
        .isEqualTo("ünïcödé 日本\n");
  }

  /** Runs the command in a shell; gives what is said on standard error. */
  private String shell(String script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    command.addAll(Lockstep.command(arguments));
    Process process =
        lockstep.process().command(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
