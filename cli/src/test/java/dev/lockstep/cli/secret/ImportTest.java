package dev.lockstep.cli.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is imported, all of it or nothing, and what is said of a file that is wrong. */
class ImportTest {
  private final Path folder;
  private final InProcess lockstep;

  ImportTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = new InProcess(folder);
  }

  @Test
  void nothingIsStoredUnlessAllCanBe() throws IOException {
    lockstep.run("secret", "register", "b", "--k=old");
    lockstep.run("secret", "register", "c", "--k=old");
    String file = lockstep.path("x.yaml");
    Files.writeString(
        Path.of(file),
        """
        lockstep_secrets: 1
        secrets:
          a:
            values: {k: new}
          b:
            values: {k: hunter2}
          c:
            values: {k: old}
        """);
    Result refused = lockstep.run("secret", "import", file);
    assertThat(refused)
        .isEqualTo(
            new Result(
                2,
                "",
                "error: Nothing was stored, because secrets manager 'default' has already: b, c.\n"
                    + "  Fix: --skip-existing leaves those as they are, --update replaces them.\n"));
    assertThat(lockstep.run("secret", "list").out()).isEqualTo("NAME\nb\nc\n");
    assertThat(lockstep.run("secret", "import", file, "--skip-existing", "--update").exitCode())
        .isEqualTo(2);
    assertThat(lockstep.run("secret", "import", file, "--skip-existing").err())
        .isEqualTo("Imported into secrets manager 'default': 1 new, 2 skipped.\n");
    assertThat(lockstep.run("secret", "import", file, "--update").err())
        .isEqualTo("Imported into secrets manager 'default': 1 replaced, 2 the same already.\n");
    assertThat(lockstep.run("secret", "get", "b", "k", "--reveal").out()).isEqualTo("hunter2\n");
  }

  @Test
  void ofTwoImportsAtOnceOneStoresAllAndTheOtherSaysWhatItDidNot() throws Exception {
    Path file = folder.resolve("x.yaml");
    StringBuilder text = new StringBuilder("lockstep_secrets: 1\nsecrets:\n");
    for (int i = 0; i < 8; i++) {
      text.append("  s" + i + ":\n    values: {k: hunter2}\n");
    }
    Files.writeString(file, text);
    List<Process> imports = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      imports.add(
          Lockstep.in(folder)
              .process("secret", "import", file.toString())
              .redirectErrorStream(true)
              .start());
    }
    int winners = 0;
    for (Process each : imports) {
      String said = new String(each.getInputStream().readAllBytes(), UTF_8);
      int code = each.waitFor();
      winners += code == 0 ? 1 : 0;
      assertThat(code).as(said).isIn(0, 2);
      assertThat(said).containsAnyOf("8 new.", "has already: ", "Not stored: s0, ");
    }
    assertThat(winners).isEqualTo(1);
    assertThat(lockstep.run("secret", "list").out().lines()).hasSize(9);
  }

  @Test
  void allThatIsWrongWithAFileIsSaidAndNoValue() {
    Result result =
        lockstep.reading(
            """
            lockstep_secrets: 1
            secrets:
              a:
                type: aws
                values: {aws_access_key_id: hunter2, region: hunter2}
              b:
                values: {k: null, l: [hunter2], "hunter2$": x}
              "hunter2 hunter2":
                values: {k: v}
              c:
                values: {}
            """,
            "secret",
            "import",
            "-");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("error: Nothing was stored of standard input:\n")
        .contains("secret 'a': schema 'aws' has no key 'region'")
        .contains("secret 'b': key 'k' is null: leave it out, or write \"\" for an empty text")
        .contains("secret 'b': key 'l' is not a text: write it in quotes")
        .contains("secret 'b': key number 3 cannot be a key")
        .contains("secret number 3 has no valid name")
        .doesNotContain("hunter2");
    assertThat(lockstep.home()).doesNotExist();
  }

  @Test
  void whatIsNoExportIsRefused() throws IOException {
    String[][] cases = {
      {"a: b\n", "has no field 'lockstep_secrets'"},
      {"lockstep_secrets: 2\n", "a newer version of Lockstep wrote it"},
      {"lockstep_secrets: 1\nsecrets: x\n", "line 2: the field 'secrets' is not a mapping"},
      {"{\"lockstep_secrets\": 1, \"secrets\": {\"a\": ", "not valid JSON at line 1"},
      {"\"", "not valid YAML"},
    };
    for (String[] each : cases) {
      Result result = lockstep.reading(each[0], "secret", "import", "-");
      assertThat(result.exitCode()).as(each[0]).isEqualTo(2);
      assertThat(result.err()).contains(each[1]);
    }
    Result missing = lockstep.run("secret", "import", lockstep.path("no.yaml"));
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("no.yaml' does not exist.");
    assertThat(lockstep.run("secret", "import", folder.toString()).err()).contains("is a folder");
    assertThat(lockstep.run("secret", "import").err()).contains("FILE is missing.");
    assertThat(lockstep.run("secret", "import", "--from-env-file", "x").err())
        .contains("NAME, what to call the secret, is missing.");
    assertThat(lockstep.run("secret", "import", "x", "y").err()).contains("one argument too many");
    assertThat(lockstep.run("secret", "import", "x", "-s", "aws").exitCode()).isEqualTo(2);
    Result empty = lockstep.reading("lockstep_secrets: 1\n", "secret", "import", "-");
    assertThat(empty).isEqualTo(new Result(0, "", "There are no secrets in standard input.\n"));
  }

  @Test
  void secretsOfALargeStoreAreImportedAtOnce() throws IOException {
    StringBuilder text = new StringBuilder("\ufefflockstep_secrets: 1\nsecrets:\n");
    for (int i = 0; i < 40; i++) {
      text.append("  s" + i + ":\n    values:\n      k: " + "x".repeat(40_000) + "\n");
    }
    Path file = folder.resolve("large.yaml");
    Files.writeString(file, text);
    assertThat(lockstep.run("secret", "import", file.toString()).err())
        .isEqualTo("Imported into secrets manager 'default': 40 new.\n");
  }
}
