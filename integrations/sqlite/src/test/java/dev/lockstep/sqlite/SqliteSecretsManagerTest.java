package dev.lockstep.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What lies on the disk, and many secrets at once. */
class SqliteSecretsManagerTest extends SqliteStore {
  @Test
  void nothingIsCreatedUntilSomethingIsWritten() {
    open().list();
    open().getAll(List.of("a"));
    assertThatThrownBy(() -> open().update(secret("a", "k", "v")))
        .isInstanceOf(SecretNotFoundException.class);
    assertThatThrownBy(() -> open().delete("a")).isInstanceOf(SecretNotFoundException.class);
    open().deleteAll(true);
    open().unlock();

    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void filesAndFoldersAreForTheirOwnerOnly() throws Exception {
    open().register(secret("a", "k", VALUE));

    assertThat(permissions(folder.resolve("home/secrets"))).isEqualTo("rwx------");
    assertThat(permissions(file())).isEqualTo("rw-------");
    assertThat(permissions(key())).isEqualTo("rw-------");
    // What SQLite makes beside it while it writes.
    Path journal = file().resolveSibling("default.db-journal");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("DELETE FROM value");
      assertThat(permissions(journal)).isEqualTo("rw-------");
      statement.execute("ROLLBACK");
    }
    assertThat(journal).doesNotExist();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void noValueIsReadableInAnyFileNotEvenAReplacedOneThatIsEncrypted() throws Exception {
    open().register(secret("a", "k", VALUE));
    String encrypted = encrypted("a");
    open().update(secret("a", "k", "other"));

    assertThat(encrypted("a")).isNotEqualTo(encrypted);
    try (Stream<Path> files = Files.list(folder.resolve("home/secrets"))) {
      for (Path file : files.toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain(VALUE)
            .doesNotContain(
                Base64.getEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8)))
            .doesNotContain(encrypted);
      }
    }
  }

  private String encrypted(String name) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        PreparedStatement select =
            connection.prepareStatement("SELECT text FROM value WHERE secret = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @Test
  void aFileThatIsPutInItsPlaceIsSeenAtOnce() throws IOException {
    SecretsManager secrets = open();
    secrets.register(secret("a", "k", "1"));
    Path backup = folder.resolve("backup");
    Files.copy(file(), backup);
    secrets.update(secret("a", "k", "2"));
    Files.delete(file());
    Files.move(backup, file());

    assertThat(secrets.get("a")).isEqualTo(secret("a", "k", "1"));
  }

  @Test
  void manySecretsAreStoredInOneChangeOrNotAtAll() {
    SqliteSecretsManager secrets = open();
    List<Secret> many = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      many.add(numbered("team/" + i, i));
    }
    secrets.storeAll(many, List.of());
    assertThat(secrets.list()).hasSize(2_000);
    List<String> names = secrets.list();
    Map<String, Secret> all = secrets.getAll(names);
    assertThat(all).hasSize(2_000).containsEntry("team/77", numbered("team/77", 77));

    assertThatThrownBy(
            () ->
                secrets.storeAll(
                    List.of(numbered("new", 1), numbered("team/5", 1)),
                    List.of(numbered("team/6", 66))))
        .isInstanceOf(SecretExistsException.class)
        .hasMessageContaining("'team/5'");
    assertThatThrownBy(
            () -> secrets.storeAll(List.of(numbered("new", 1)), List.of(numbered("missing", 66))))
        .isInstanceOf(SecretNotFoundException.class);
    assertThat(secrets.list()).isEqualTo(names);
    secrets.storeAll(List.of(numbered("new", 1)), List.of(numbered("team/6", 66)));
    assertThat(secrets.get("new")).isEqualTo(numbered("new", 1));
    assertThat(secrets.get("team/6").version()).contains("2");
    assertThat(secrets.getAll(names)).containsEntry("team/6", numbered("team/6", 66));
  }

  @Test
  void aReadOnlyStoreIsReadAndNotWritten() throws IOException {
    open().register(secret("a", "k", "v"));
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--------"));
    assertThat(open().get("a")).isEqualTo(secret("a", "k", "v"));
    if (!Files.isWritable(file())) {
      assertThatThrownBy(() -> open().update(secret("a", "k", VALUE)))
          .isInstanceOf(SecretAccessDeniedException.class)
          .hasMessageContaining(file().toString())
          .hasMessageNotContaining(VALUE);
    }
  }

  @Test
  void aFolderOrAFileInTheWayIsSaid() throws IOException {
    Files.createDirectories(file());
    assertThatThrownBy(() -> open().list())
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("is a folder");
    Files.delete(file());
    Files.delete(file().getParent());
    Files.writeString(file().getParent(), "");
    assertThatThrownBy(() -> open().register(secret("a", "k", VALUE)))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("Fix:")
        .hasMessageNotContaining(VALUE);
  }

  @Test
  void whoeverTypesAWrongPassphraseIsToldSoAndNotAskedAgain() {
    Map<String, String> withPassphrase = Map.of("key_from", "passphrase");
    open(withPassphrase).register(secret("a", "k", VALUE));
    List<String> questions = new ArrayList<>();

    assertThatThrownBy(
            () ->
                open(
                        withPassphrase,
                        question -> {
                          questions.add(question);
                          return "guess-1";
                        })
                    .get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("that was typed is not the one")
        .hasMessageNotContaining("guess-1");
    assertThat(questions).hasSize(1);
  }

  @Test
  void theFlavorItselfLoadsNothingOfSqlite() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-verbose:class",
                "-cp",
                System.getProperty("java.class.path"),
                DescribeFlavor.class.getName())
            .redirectErrorStream(true)
            .start();
    String loaded = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(loaded)
        .contains("dev.lockstep.sqlite.SqliteSecretsManager")
        .doesNotContain("org.sqlite.", "java.sql.DriverManager");
  }

  /** Lists what there is, and makes a component without using it. */
  static final class DescribeFlavor {
    private DescribeFlavor() {}

    public static void main(String... args) {
      SqliteSecretsFlavor flavor = new SqliteSecretsFlavor();
      System.out.println(flavor.description() + flavor.options());
      open(Path.of("nowhere"), Map.of()).close();
    }
  }
}
