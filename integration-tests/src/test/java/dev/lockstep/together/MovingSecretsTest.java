package dev.lockstep.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets arrive as they left, between any two secrets managers. */
class MovingSecretsTest {
  /** Whatever a mapping or an encoding could change. */
  private static final String SECRETS =
      """
      lockstep_secrets: 1
      secrets:
        aws:
          type: aws
          values:
            aws_access_key_id: AKIA
            aws_secret_access_key: "a+b/c=="
        Team/db.eu_1:
          type: my_schema
          values:
            empty: ""
            lines: "a\\r\\nb\\n\\n\\tc "
            unicode: "p\\u00e4\\u00df \\U0001F511 \\u2028"
            control: "\\u0000\\u0001\\x1b"
            json: '{"a": [1, "%s"]}'
            odd: "@x =y $z {{a.b}} 'q' \\"d\\" \\\\ 007"
        a-b--c/d:
          values:
            K_1.x-y: "true"
            k_1.x-y: "null"
      """;

  private final Path folder;
  private final CommandLine lockstep;

  MovingSecretsTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = new CommandLine(folder.resolve("home"));
  }

  @Test
  void secretsAreCopiedExportedAndImportedBetweenAnyTwoAsTheyAre() throws IOException {
    Path original = Files.writeString(folder.resolve("original.yaml"), SECRETS);
    try (Providers providers = Providers.start()) {
      List<String> managers = providers.register(lockstep);
      lockstep.succeed("secret", "import", original.toString(), "--secrets-manager", "local");
      List<String> expected = export("local");
      assertThat(expected).isNotEmpty();

      for (String from : managers) {
        for (String to : managers) {
          if (!from.equals(to)) {
            // Each arrives empty, is compared, and leaves what it got to the next pair.
            empty(to);
            lockstep.succeed("secret", "copy", "--all", "--from", from, "--to", to);
            assertThat(export(to)).as("copied from %s to %s", from, to).isEqualTo(expected);
          }
        }
        empty(from);
        Path file = folder.resolve("exported.yaml");
        lockstep.succeed("secret", "import", file.toString(), "--secrets-manager", from);
        assertThat(export(from)).as("imported into %s", from).isEqualTo(expected);
        String other = managers.get(from.equals("local") ? 1 : 0);
        assertThat(
                lockstep.run("secret", "diff", "--all", "--from", from, "--to", other).exitCode())
            .as("%s compared with %s", from, other)
            .isZero();
      }
    }
  }

  @Test
  void aStoreOnThisMachineTakesAllSecretsOfAFileOrNone() throws IOException, SQLException {
    lockstep.succeed("secrets-manager", "register", "many", "-f", "sqlite");
    lockstep.succeed("secret", "register", "old", "--k=v", "--secrets-manager", "many");
    Path store = folder.resolve("home/secrets/many.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TRIGGER full BEFORE INSERT ON secret WHEN NEW.name = 'second'"
              + " BEGIN SELECT RAISE(ABORT, 'full'); END");
    }
    Path file =
        Files.writeString(
            folder.resolve("some.yaml"),
            "lockstep_secrets: 1\nsecrets: {first: {values: {k: v}}, second: {values: {k: v}}}\n");

    CommandLine.Result result =
        lockstep.run("secret", "import", file.toString(), "--secrets-manager", "many");

    assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
    assertThat(lockstep.succeed("secret", "list", "--secrets-manager", "many"))
        .contains("old")
        .doesNotContain("first");
  }

  private void empty(String manager) {
    lockstep.succeed("secret", "delete-all", "-y", "--force", "--secrets-manager", manager);
  }

  /** The lines of an export, in any order: not every provider keeps the order of the keys. */
  private List<String> export(String manager) throws IOException {
    Path file = folder.resolve("exported.yaml");
    Files.deleteIfExists(file);
    lockstep.succeed(
        "secret",
        "export",
        "--all",
        "--reveal",
        "--file",
        file.toString(),
        "--secrets-manager",
        manager);
    return Files.readAllLines(file).stream().sorted().toList();
  }
}
