package dev.lockstep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody who tries the command line, one line after the other, and looks at what it says. */
final class Newcomer {
  private static final Path TERMINAL =
      Path.of("../cli/src/test/resources/dev/lockstep/cli/terminal.py").toAbsolutePath();

  /** What was called, and what it said. */
  record Said(String command, Reader.Reply reply) {
    /** Compares lines as the pages of the documentation do. */
    Said shows(String... lines) {
      List<String> shown = String.join("\n", lines).lines().toList();
      assertThat(Expected.matches(shown, reply.printed().stripTrailing().lines().toList()))
          .as("%s\nprinted:\n%s\nand not:\n%s", command, reply.printed(), String.join("\n", shown))
          .isTrue();
      return this;
    }

    Said contains(String... parts) {
      assertThat(reply.printed()).as(command).contains(parts);
      return this;
    }

    Said doesNotShow(String value) {
      assertThat(reply.printed()).as(command).doesNotContain(value);
      return this;
    }
  }

  private final Reader reader;

  Newcomer(Path folder, Tools tools) throws IOException {
    this.reader = Reader.with(tools, folder);
  }

  /** Calls something that works. */
  Said calls(String command) {
    return calls(0, command);
  }

  /** Calls something that ends with that exit code. */
  Said calls(int exitCode, String command) {
    try {
      Reader.Reply reply = reader.run(new Block(0, "sh", "", List.of(command)));
      assertThat(reply.exitCode()).as("%s\n%s", command, reply.printed()).isEqualTo(exitCode);
      return new Said(command, reply);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /**
   * Calls something on a terminal and answers its questions.
   *
   * @param dialogue what is asked, and what is typed then, in turns
   */
  Said answers(int exitCode, String command, String... dialogue) {
    List<List<String>> script = new ArrayList<>();
    for (int i = 0; i < dialogue.length; i += 2) {
      script.add(List.of(dialogue[i], dialogue[i + 1] + "\n"));
    }
    return calls(
        exitCode, "python3 '" + TERMINAL + "' 100 '" + Json.write(script) + "' " + command);
  }

  void writes(String file, String content) throws IOException {
    reader.write(new Block(0, "", file, content.lines().toList()));
  }
}
