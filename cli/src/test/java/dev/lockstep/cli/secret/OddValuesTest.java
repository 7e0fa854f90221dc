package dev.lockstep.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OddValuesTest {
  private final Path folder;
  private final InProcess lockstep;

  OddValuesTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = new InProcess(folder);
  }

  @Test
  void nullIsNoValueInYamlNorInJson() {
    for (String yaml : new String[] {"k:\nl: x\n", "k: ~\n", "k: null\n", "l: x\nk: NULL", "k:"}) {
      Result result = lockstep.reading(yaml, "secret", "register", "x", "--values", "-");
      assertThat(result.exitCode()).as(yaml).isEqualTo(2);
      assertThat(result.err())
          .contains("key 'k' is null: leave it out, or write '' for an empty text");
    }
    Result json = lockstep.reading("{\"k\": null}", "secret", "register", "x", "--values", "-");
    assertThat(json.exitCode()).isEqualTo(2);
    assertThat(json.err())
        .contains("key 'k' is null: leave it out, or write \"\" for an empty text");
    assertThat(
            lockstep
                .reading("k: 'null'\nl: ''\nm: nullable\n", "secret", "register", "x", "--values=-")
                .exitCode())
        .isZero();
    assertThat(lockstep.run("secret", "get", "x", "k", "--reveal").out()).isEqualTo("null\n");
    assertThat(lockstep.run("secret", "get", "x", "l", "--reveal").out()).isEqualTo("\n");
  }

  @Test
  void aByteOrderMarkIsNoPartOfAnyFormat() {
    String[] documents = {"\ufeff{\"key\": \"v\"}", "\ufeffkey: v\n", "\ufeffkey=v\n"};
    for (int i = 0; i < documents.length; i++) {
      Result result =
          lockstep.reading(documents[i], "secret", "register", "x" + i, "--values", "-");
      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(lockstep.run("secret", "get", "x" + i, "key", "--reveal").out()).isEqualTo("v\n");
    }
  }

  @Test
  void theHomeFolderIsThatOfTheEnvironment() throws IOException {
    Path home = Files.createDirectories(folder.resolve("me"));
    Files.writeString(home.resolve("password"), "hunter2");
    Files.writeString(home.resolve("v.yaml"), "k: v\n");
    lockstep.with("HOME", home.toString());
    Result result =
        lockstep.run("secret", "register", "x", "--p=@~/password", "--values", "~/v.yaml");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(lockstep.run("secret", "get", "x", "p", "--reveal").out()).isEqualTo("hunter2\n");
    lockstep.run("secret", "export", "x", "--reveal", "--file=~/x.yaml");
    assertThat(home.resolve("x.yaml")).exists();
    assertThat(lockstep.run("secret", "register", "y", "--p=@~").err())
        .contains("the file behind the @ of key 'p' is a folder");
    assertThat(lockstep.run("secret", "register", "y", "--p=@~other/x").err())
        .contains("does not exist");
  }

  @Test
  void aSecretThatIsTooLargeIsRefusedWithItsSize() throws IOException {
    Path large = Files.writeString(folder.resolve("large"), "x".repeat(600_000));
    Result result = lockstep.run("secret", "register", "x", "--a=@" + large, "--b=@" + large);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains(
            "Nothing was stored under 'x':\n  - it is too large: its keys and values have 1200002"
                + " bytes, and at most 1048576 are stored");
    assertThat(lockstep.home()).doesNotExist();
    Files.writeString(large, "{\"a\": \"" + "x".repeat(1 << 20) + "\"}");
    assertThat(lockstep.run("secret", "register", "x", "--values", large.toString()).err())
        .contains("is larger than 1 MiB, the most that a secret holds");
  }

  @Test
  void masksStandInEveryFormatUntilValuesAreAskedFor() {
    Result registered = lockstep.run("secret", "register", "x", "--a=hunter2", "--b=hunter2");
    assertThat(registered.err()).containsOnlyOnce("warning: ").doesNotContain("hunter2");
    for (String format : new String[] {"table", "json", "yaml"}) {
      for (String[] call :
          new String[][] {
            {"secret", "get", "x", "-o", format},
            {"secret", "get", "x", "a", "-o", format},
            {"secret", "describe", "x", "-o", format},
            {"secret", "list", "-o", format}
          }) {
        Result result = lockstep.run(call);
        assertThat(result.exitCode()).isZero();
        assertThat(result.all()).doesNotContain("hunter2");
      }
    }
    assertThat(lockstep.run("secret", "get", "x", "-o", "json", "--reveal").out())
        .contains("\"a\" : \"hunter2\"");
  }
}
