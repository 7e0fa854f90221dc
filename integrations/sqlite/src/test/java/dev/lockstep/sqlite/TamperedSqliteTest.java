package dev.lockstep.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.secret.encryption.NewKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that was damaged, or changed by someone who has no key. */
class TamperedSqliteTest extends SqliteStore {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE value SET key = 'other' WHERE secret = 'a' AND key = 'k'",
        "UPDATE value SET secret = 'b' WHERE secret = 'a'",
        "UPDATE value SET text = (SELECT text FROM value WHERE key = 'l') WHERE key = 'k'",
        "UPDATE value SET text = '' WHERE secret = 'a'",
        "UPDATE value SET text = x'00' WHERE secret = 'a'",
        "UPDATE value SET text = 'AAAA' || text WHERE secret = 'a'",
        "UPDATE secret SET version = version + 1",
        "UPDATE secret SET version = 'x'",
        "UPDATE secret SET version = -1",
        "DELETE FROM value WHERE secret = 'a'"
      })
  void whatWasChangedByHandIsFoundOut(String change) throws Exception {
    open().register(secret("a", "k", VALUE, "l", "2"));
    execute(
        "INSERT INTO secret SELECT 'b', type, version, updated FROM secret WHERE name = 'a'",
        change);

    String changed = change.contains("'b'") ? "b" : "a";
    assertThatThrownBy(() -> open().get(changed))
        .isInstanceOf(MalformedSecretException.class)
        .hasMessageContaining(file().toString())
        .hasMessageNotContaining(VALUE);
  }

  @Test
  void aValueOfAnEarlierVersionIsFoundOut() throws Exception {
    open().register(secret("a", "k", "old"));
    execute("CREATE TABLE kept AS SELECT text FROM value");
    open().update(secret("a", "k", "new"));
    execute("UPDATE value SET text = (SELECT text FROM kept)", "DROP TABLE kept");

    assertThatThrownBy(() -> open().get("a")).isInstanceOf(MalformedSecretException.class);
  }

  @Test
  void aDamagedSecretLeavesTheOthersReadableAndCanBeReplaced() throws Exception {
    open().register(secret("a", "k", "v"));
    open().register(secret("b", "k", "v"));
    execute("UPDATE value SET text = 'AAAA' WHERE secret = 'a'");

    assertThat(open().get("b")).isEqualTo(secret("b", "k", "v"));
    assertThatThrownBy(() -> open().rekey(NewKey.random()))
        .isInstanceOf(MalformedSecretException.class);
    assertThat(open().get("b")).isEqualTo(secret("b", "k", "v"));
    open().update(secret("a", "k", "w"));
    assertThat(open().get("a")).isEqualTo(secret("a", "k", "w"));
    assertThat(open().rekey(NewKey.random())).isEqualTo(2);
    assertThat(open().get("a")).isEqualTo(secret("a", "k", "w"));
  }

  @Test
  void whatIsNoStoreIsRefusedAndLeftAlone() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "format: 1\nencryption: none\n...\n".repeat(100));
    refused("SQLITE_NOTADB");
    Files.delete(file());
    execute("CREATE TABLE mine (x)", "PRAGMA application_id = 7");
    refused("another program");
    Files.delete(file());
    execute("CREATE TABLE mine (x)");
    refused("another program");
    Files.delete(file());
    open().register(secret("a", "k", "v"));
    execute("PRAGMA user_version = 2");
    refused("format 2");
  }

  private void refused(String why) throws IOException {
    byte[] before = Files.readAllBytes(file());
    assertThatThrownBy(() -> open().list())
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining(why)
        .hasMessageContaining(file().toString())
        .hasMessageContaining("Fix:");
    assertThatThrownBy(() -> open().register(secret("x", "k", VALUE)))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining(VALUE);
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void aFileOfANewerVersionIsNotSaidToBeDamaged() throws Exception {
    open().register(secret("a", "k", "v"));
    execute("PRAGMA user_version = 2");

    assertThatThrownBy(() -> open().get("a"))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("use the version of lockstep that wrote it")
        .hasMessageNotContaining("backup");
  }

  @Test
  void aVersionThatCannotGrowIsNotTakenForAMissingSecret() throws Exception {
    open().register(secret("a", "k", "v"));
    execute("UPDATE secret SET version = " + Long.MAX_VALUE);

    open().update(secret("a", "k", "w"));
    assertThat(open().get("a")).isEqualTo(secret("a", "k", "w"));
  }

  @Test
  void aStoreOnADiskThatIsNotMountedIsNotAnEmptyOne() throws Exception {
    Files.createDirectories(file().getParent());
    Files.createSymbolicLink(file(), folder.resolve("disk/store.db"));

    assertThatThrownBy(() -> open().list())
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("leads nowhere");
  }

  @Test
  void whereNobodyCanLookIsNotAnEmptyStore() throws Exception {
    Files.createDirectories(folder.resolve("home"));
    // As in a folder that may not be searched: there may be a store, but not there.
    Files.createFile(folder.resolve("home/secrets"));

    assertThatThrownBy(() -> open().list()).isInstanceOf(SecretsUnreachableException.class);
    assertThatThrownBy(() -> open().get("a")).isInstanceOf(SecretsUnreachableException.class);
  }

  @Test
  void aFileThatWasCutOffIsRefused() throws Exception {
    open().register(secret("a", "k", "v".repeat(20_000)));
    byte[] good = Files.readAllBytes(file());
    for (int length :
        new int[] {0, 1, 50, 100, 600, 4096, good.length - 4096, good.length - 4095}) {
      Files.write(file(), Arrays.copyOf(good, length));
      assertThatThrownBy(() -> open().get("a"))
          .as("%s of %s", length, good.length)
          .isInstanceOf(SecretsUnreachableException.class)
          .hasMessageMatching("(?s).*is damaged.*SQLITE_.*|.*cut off.*");
    }
    Files.write(file(), good);
    assertThat(open().list()).containsExactly("a");
  }

  @Test
  void aMissingKeyAndAnotherOneAreToldAndNotReplaced() throws Exception {
    open().register(secret("a", "k", "v"));
    byte[] key = Files.readAllBytes(key());
    Files.delete(key());
    assertThatThrownBy(() -> open().get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining(key() + " is missing");
    assertThatThrownBy(() -> open().register(secret("b", "k", "v")))
        .isInstanceOf(SecretAccessDeniedException.class);
    assertThat(key()).doesNotExist();
    assertThat(open().list()).containsExactly("a");
    Files.write(key(), key);
    Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-------"));
    assertThat(open().get("a")).isEqualTo(secret("a", "k", "v"));
    Files.writeString(key(), Base64.getEncoder().encodeToString(new byte[32]));
    assertThatThrownBy(() -> open().get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("is not the one");
    // A store without secrets is not looked into.
    assertThat(open(Map.of("path", folder.resolve("other.db").toString())).list()).isEmpty();
  }
}
