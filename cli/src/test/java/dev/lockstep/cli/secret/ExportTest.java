package dev.lockstep.cli.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.TerminalSession;
import dev.lockstep.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an export has, who may read it, and that it comes back as it was. */
class ExportTest {
  /** What is hard for one format or another. */
  private static final String[] ODD = {
    "a=b c#d",
    " spaces ",
    "line 1\nline 2\r\nline 3\n",
    "it's \"quoted\" `x` $HOME \\n \\",
    "null",
    "0123",
    "{{x.y}}",
    "ünï\u2028cödé \ud83d\ude00 \u0085\ufeff",
    "-----BEGIN KEY-----\nabc==\n-----END KEY-----\n",
    "@file",
    "\t\u001b[1m\u007f",
    ""
  };

  private final Path folder;
  private final InProcess lockstep;

  ExportTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = new InProcess(folder);
  }

  @Test
  void whatIsExportedIsImportedAsItWas() throws IOException {
    odd("odd", true);
    lockstep.run("secret", "register", "auth", "-s", "basic_auth", "--username=u", "--password=p");
    String before = lockstep.run("secret", "get", "odd", "--reveal", "-o", "json").out();
    for (String format : new String[] {"yaml", "json"}) {
      String file = lockstep.path("export-" + format);
      Result exported =
          lockstep.run("secret", "export", "--all", "--reveal", "--format", format, "--file", file);
      assertThat(exported)
          .isEqualTo(
              new Result(
                  0,
                  "",
                  "Exported 2 secrets of secrets manager 'default' as "
                      + (format.equals("yaml") ? "YAML" : "JSON")
                      + " to "
                      + file
                      + ". It holds the values in clear: delete it after use.\n"));
      lockstep.run("secret", "delete-all", "-y");
      assertThat(lockstep.run("secret", "import", file))
          .isEqualTo(new Result(0, "", "Imported into secrets manager 'default': 2 new.\n"));
      assertThat(lockstep.run("secret", "get", "odd", "--reveal", "-o", "json").out())
          .as(format)
          .isEqualTo(before);
      assertThat(lockstep.run("secret", "get", "auth", "-o", "json").out())
          .contains("\"type\" : \"basic_auth\"");
      // Standard input is told by how it begins.
      assertThat(
              lockstep
                  .reading(Files.readString(Path.of(file)), "secret", "import", "-", "--update")
                  .err())
          .isEqualTo("Imported into secrets manager 'default': 2 the same already.\n");
    }
  }

  @Test
  void variablesComeBackAsTheKeysTheyWere() throws IOException {
    odd("odd", false);
    String before = lockstep.run("secret", "get", "odd", "--reveal", "-o", "json").out();
    String file = lockstep.path("odd.env");
    lockstep.run("secret", "export", "odd", "--reveal", "--format", "env", "--file", file);
    lockstep.run("secret", "delete", "odd", "-y");
    Result imported = lockstep.run("secret", "import", "--from-env-file", file, "odd");
    assertThat(imported.exitCode()).as(imported.err()).isZero();
    assertThat(lockstep.run("secret", "get", "odd", "--reveal", "-o", "json").out())
        .isEqualTo(before);

    lockstep.run(
        "secret",
        "register",
        "a",
        "-s",
        "aws",
        "--aws_access_key_id=i",
        "--aws_secret_access_key=s");
    Result shown = lockstep.run("secret", "export", "a", "--reveal", "--format", "env");
    assertThat(shown.out())
        .contains("# a (aws)\n", "AWS_ACCESS_KEY_ID=i\n", "AWS_SECRET_ACCESS_KEY=s\n");
    Result typed =
        lockstep.reading(
            shown.out(), "secret", "import", "--from-env-file", "-", "b", "--schema", "aws");
    assertThat(typed.exitCode()).as(typed.err()).isZero();
    assertThat(lockstep.run("secret", "get", "b", "--reveal", "-o", "yaml").out())
        .contains("type: aws\n", "aws_access_key_id: i\n");
    Result wrong =
        lockstep.reading(
            "AWS_ACCESS_KEY_ID=i\nREGION=x\n",
            "secret",
            "import",
            "--from-env-file",
            "-",
            "c",
            "-s",
            "aws");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("secret 'c': schema 'aws' has no key 'REGION'")
        .contains("secret 'c': required key 'aws_secret_access_key' is missing");
  }

  @Test
  void aShellReadsTheVariablesToo() throws Exception {
    String[] values = {"a b", "it's", "say \"hi\" $HOME `id` \\", "two\nlines", "#x", "a=b"};
    for (String value : values) {
      lockstep.run("secret", "register", "x", "--x=" + value);
      String file = lockstep.path("x.env");
      lockstep.run("secret", "export", "x", "--reveal", "--format=env", "-y", "--file", file);
      Process shell =
          new ProcessBuilder("sh", "-c", ". \"$1\"; printf %s \"$X\"", "sh", file).start();
      assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8)).isEqualTo(value);
      lockstep.run("secret", "delete", "x", "-y");
    }
  }

  @Test
  void variablesThatCannotBeAreRefused() {
    lockstep.run("secret", "register", "a", "--user.name=v");
    lockstep.run("secret", "register", "b", "--user_name=hunter2");
    Result clash = lockstep.run("secret", "export", "--all", "--reveal", "--format", "env");
    assertThat(clash.exitCode()).isEqualTo(2);
    assertThat(clash.out()).isEmpty();
    assertThat(clash.err())
        .contains(
            "key 'user.name' of 'a' and key 'user_name' of 'b' are both the variable USER_NAME")
        .doesNotContain("hunter2");
  }

  @Test
  void withoutLeaveNoValueIsWritten() {
    lockstep.run(
        "secret", "register", "a", "-s", "basic_auth", "--username=u", "--password=hunter2");
    Result refused = lockstep.run("secret", "export", "a");
    assertThat(refused)
        .isEqualTo(
            new Result(
                2,
                "",
                "error: An export holds values in clear, and without them it cannot be imported."
                    + " Nothing was written.\n  Fix: --reveal writes the values, --keys-only writes"
                    + " names, types and keys.\n"));
    Result keys = lockstep.run("secret", "export", "a", "--keys-only");
    assertThat(keys.out())
        .isEqualTo(
            """
            # Secrets without their values.
            lockstep_secrets: 1
            values: none
            secrets:
              a:
                type: basic_auth
                keys: [username, password]
            """);
    Result imported = lockstep.reading(keys.out(), "secret", "import", "-");
    assertThat(imported.exitCode()).isEqualTo(2);
    assertThat(imported.err()).contains("it holds keys only: export it again, with --reveal");
    assertThat(lockstep.run("secret", "export", "a", "--keys-only", "--reveal").exitCode())
        .isEqualTo(2);
    assertThat(lockstep.run("secret", "export", "a", "--keys-only", "--format=env").exitCode())
        .isEqualTo(2);
    assertThat(lockstep.run("secret", "export", "--reveal").err())
        .contains("NAME is missing, or --all for all of them.");
    assertThat(lockstep.run("secret", "export", "a", "--all", "--reveal").exitCode()).isEqualTo(2);
    assertThat(lockstep.run("secret", "export", "a", "x", "y", "--reveal").err())
        .contains("There is no secret 'x', nor 'y' in secrets manager 'default'.");
    assertThat(lockstep.run("secret", "export", "a", "--reveal", "--format", "jsn").err())
        .contains("--format is yaml, json or env, not 'jsn'. Did you mean 'json'?");
  }

  @Test
  void aFileIsReadableByItsOwnerOnlyAndNeverReplacedUnasked() throws Exception {
    lockstep.run("secret", "register", "a", "--k=hunter2");
    Path file = folder.resolve("export.yaml");
    Files.writeString(file, "mine");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
    for (Path existing : new Path[] {file, link}) {
      Result asked =
          lockstep.run("secret", "export", "a", "--reveal", "--file", existing.toString());
      assertThat(asked.exitCode()).isEqualTo(2);
      assertThat(asked.err()).contains("Give -y.");
    }
    TerminalSession.Result no =
        new TerminalSession(Lockstep.in(folder))
            .answer(" already. Replace it? [y/N] ", "n\n")
            .run("secret", "export", "a", "--reveal", "--file", "export.yaml");
    assertThat(no.exitCode()).as(no.shown()).isEqualTo(1);
    assertThat(file).hasContent("mine");

    lockstep.run("secret", "export", "a", "--reveal", "-y", "--file", link.toString());
    assertThat(file).as("what the link led to").hasContent("mine");
    assertThat(link).content().contains("hunter2");
    lockstep.run("secret", "export", "a", "--reveal", "-y", "--file", file.toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    Result folderGiven =
        lockstep.run("secret", "export", "a", "--reveal", "--file", folder.toString());
    assertThat(folderGiven.exitCode()).isEqualTo(2);
    assertThat(folderGiven.err()).contains("is a folder");
    Result nowhere =
        lockstep.run("secret", "export", "a", "--reveal", "--file", lockstep.path("no/x"));
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err())
        .isEqualTo("error: There is no folder " + folder.resolve("no") + ".\n");
    Result device =
        Lockstep.in(folder).run("secret", "export", "a", "--reveal", "--file", "/dev/stdout");
    assertThat(device.out()).contains("hunter2");
    assertThat(Path.of("/dev/stdout")).isSymbolicLink();
  }

  @Test
  void whatDoesNotFitOnTheDiskLeavesTheOldFile() throws Exception {
    Path large = Files.writeString(folder.resolve("large"), "hunter2".repeat(10_000));
    lockstep.run("secret", "register", "a", "--k=@" + large);
    Path file = Files.writeString(folder.resolve("export.yaml"), "mine");
    List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 8; exec \"$@\"", "sh"));
    command.addAll(
        Lockstep.command("secret", "export", "a", "--reveal", "-y", "--file", file.toString()));
    // Which would be a file of its own, and too large as well.
    command.add(5, "-XX:-UsePerfData");
    Process process =
        Lockstep.in(folder).process().command(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(4);
    assertThat(said)
        .contains("error: The file " + file + " cannot be written: ", "Nothing was written.")
        .doesNotContain("hunter2");
    assertThat(file).hasContent("mine");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".export.yaml"));
    }
  }

  /**
   * Registers a secret of values that are hard to write.
   *
   * @param any whether keys may be of any form, else they are variables
   */
  private void odd(String name, boolean any) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < ODD.length; i++) {
      values.put((any ? "odd.key-" : "ODD_") + i, ODD[i]);
    }
    if (any) {
      values.put("nul", "a\0b");
    }
    Result registered =
        lockstep.reading(Json.write(values), "secret", "register", name, "--values", "-");
    assertThat(registered.exitCode()).as(registered.err()).isZero();
  }
}
