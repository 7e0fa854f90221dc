package dev.lockstep.secret.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.stack.Passphrases;
import dev.lockstep.stack.StackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What lies on the disk, and what does not hinder it. */
class LocalSecretsManagerTest extends LocalStore {
  @Test
  void nothingIsCreatedUntilSomethingIsWritten() {
    open().list();
    open().getAll(List.of("a"));

    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void filesAndFoldersAreForTheirOwnerOnly() throws IOException {
    open().register(secret("a", "k", VALUE));

    for (Path at : List.of(folder.resolve("home"), folder.resolve("home/secrets"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at)))
          .isEqualTo("rwx------");
    }
    try (Stream<Path> files = Files.list(folder.resolve("home/secrets"))) {
      for (Path file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void noValueIsReadableInAnyFile() throws IOException {
    open().register(secret("a", "k", VALUE));

    String encoded = Base64.getEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8));
    try (Stream<Path> files = Files.list(folder.resolve("home/secrets"))) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).doesNotContain(VALUE).doesNotContain(encoded);
      }
    }
  }

  @Test
  void theSameValueIsEncryptedDifferentlyEachTime() throws IOException {
    open().register(secret("a", "k", VALUE, "l", VALUE));

    List<String> values = encryptedValues();
    assertThat(values).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void withoutEncryptionValuesArePlainBase64() throws IOException {
    SecretsManager plain = open(Map.of("encryption", "none"));
    plain.register(secret("a", "k", "päss=x"));

    assertThat(Files.readString(store()))
        .contains("encryption: none")
        .contains(Base64.getEncoder().encodeToString("päss=x".getBytes(StandardCharsets.UTF_8)));
    assertThat(key()).doesNotExist();
    assertThat(plain.get("a")).isEqualTo(secret("a", "k", "päss=x"));
  }

  @Test
  void anUnencryptedStoreThatOthersCanReadIsNotUsed() throws IOException {
    SecretsManager plain = open(Map.of("encryption", "none"));
    plain.register(secret("a", "k", VALUE));
    for (String permissions : List.of("rw-r-----", "rw----r--", "rw--w----")) {
      Files.setPosixFilePermissions(store(), PosixFilePermissions.fromString(permissions));
      assertThatThrownBy(() -> plain.get("a"))
          .isInstanceOf(SecretAccessDeniedException.class)
          .hasMessageContaining("chmod 600 " + store())
          .hasMessageNotContaining(VALUE);
      assertThatThrownBy(() -> plain.getAll(List.of("a")))
          .isInstanceOf(SecretAccessDeniedException.class);
      assertThatThrownBy(() -> plain.register(secret("b", "k", "v")))
          .isInstanceOf(SecretAccessDeniedException.class);
    }
    Files.setPosixFilePermissions(store(), PosixFilePermissions.fromString("rw-------"));
    assertThat(plain.list()).containsExactly("a");
  }

  @Test
  void anEncryptedStoreMayBeReadByOthers() throws IOException {
    open().register(secret("a", "k", "v"));
    Files.setPosixFilePermissions(store(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(open().get("a")).isEqualTo(secret("a", "k", "v"));
  }

  @Test
  void aStoreIsNotReadUnderAnotherEncryption() {
    open().register(secret("a", "k", "v"));

    assertThatThrownBy(() -> open(Map.of("encryption", "none")).get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("--encryption=aes-256-gcm");
    assertThatThrownBy(() -> open(Map.of("encryption", "none")).register(secret("b", "k", "v")))
        .isInstanceOf(SecretAccessDeniedException.class);
    assertThat(open().list()).containsExactly("a");
  }

  @Test
  void anEmptyStoreMayChangeItsEncryption() {
    open().register(secret("a", "k", "v"));
    open().delete("a");
    SecretsManager plain = open(Map.of("encryption", "none"));
    plain.register(secret("b", "k", "v"));

    assertThat(plain.get("b")).isEqualTo(secret("b", "k", "v"));
  }

  @Test
  void fieldsOfANewerVersionSurvive() throws IOException {
    open().register(secret("a", "k", "1"));
    open().register(secret("b", "k", "1"));
    edit("    type: arbitrary\n", "    type: arbitrary\n    note: [x, {z: y1}]\n");
    edit("format: 1\n", "format: 1\nfuture: \"ü\\n\"\n");

    open().update(secret("a", "k", "2"));
    open().delete("b");

    assertThat(Files.readString(store())).contains("note: [x, {z: y1}]", "future: \"ü\\n\"");
    assertThat(open().get("a")).isEqualTo(secret("a", "k", "2"));
  }

  @Test
  void aStoreThatSomeoneReformattedIsRead() throws IOException {
    open(Map.of("encryption", "none")).register(secret("a", "k", "1"));
    Files.writeString(
        store(),
        """
        # mine
        { format: '1', encryption: none,
          secrets: { a: { version: 7, values: { k: 'MQ==' } } } }
        ...
        """);

    SecretsManager plain = open(Map.of("encryption", "none"));
    assertThat(plain.get("a")).isEqualTo(secret("a", "k", "1"));
    plain.register(secret("b", "k", "2"));
    assertThat(plain.list()).containsExactly("a", "b");
    assertThat(plain.get("a").version()).contains("7");
  }

  @Test
  void aLinkToAStoreSurvivesAnUpdate() throws IOException {
    open().register(secret("a", "k", "1"));
    Path elsewhere = folder.resolve("elsewhere.yaml");
    Files.move(store(), elsewhere);
    Files.createSymbolicLink(store(), elsewhere);

    open().update(secret("a", "k", "2"));

    assertThat(store()).isSymbolicLink();
    assertThat(open().get("a")).isEqualTo(secret("a", "k", "2"));
  }

  @Test
  void aStoreOnADiskThatIsNotMountedIsNotAnEmptyOne() throws IOException {
    Files.createDirectories(folder.resolve("home"));
    Path secrets = folder.resolve("home/secrets");
    Files.createSymbolicLink(secrets, folder.resolve("disk"));
    assertNobodyCanLook();
    Files.delete(secrets);
    Files.createDirectory(secrets);
    Files.createSymbolicLink(store(), folder.resolve("disk/store.yaml"));
    assertNobodyCanLook();
  }

  private void assertNobodyCanLook() {
    assertThatThrownBy(() -> open().get("a"))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("leads nowhere");
    assertThatThrownBy(() -> open().list()).isInstanceOf(SecretsUnreachableException.class);
    assertThatThrownBy(() -> open().register(secret("a", "k", VALUE)))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageNotContaining(VALUE);
  }

  @Test
  void secretsUpToOneMebibyteAreStored() {
    String large = "x".repeat((1 << 20) - 1);
    open().register(secret("large", "k", large));

    assertThat(open().get("large")).isEqualTo(secret("large", "k", large));
    assertThatThrownBy(() -> open().register(secret("larger", "k", large + "ä")))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void aTextThatUtf8CannotHoldIsRefused() {
    assertThatThrownBy(() -> open().register(secret("a", "k", "x\uD83D")))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("'k'")
        .hasMessageContaining("base64");
  }

  @Test
  void nulCharactersAreKept() {
    open().register(secret("a", "k", "x\0y"));

    assertThat(open().get("a")).isEqualTo(secret("a", "k", "x\0y"));
  }

  @Test
  void tenThousandSecretsAreHandled() throws IOException {
    StringBuilder text = new StringBuilder("format: 1\nencryption: none\nsecrets:\n");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String name = "team/secret-" + i;
      names.add(name);
      text.append("  ")
          .append(name)
          .append(":\n    version: 1\n    values:\n      k: \"")
          .append(
              Base64.getEncoder().encodeToString(("value " + i).getBytes(StandardCharsets.UTF_8)))
          .append("\"\n");
    }
    Files.createDirectories(store().getParent());
    Files.writeString(store(), text + "...\n");
    Files.setPosixFilePermissions(store(), PosixFilePermissions.fromString("rw-------"));
    SecretsManager plain = open(Map.of("encryption", "none"));

    assertThat(plain.list()).hasSize(10_000);
    assertThat(plain.get("team/secret-9999"))
        .isEqualTo(secret("team/secret-9999", "k", "value 9999"));
    plain.update(secret("team/secret-5000", "k", "new"));
    plain.register(secret("one-more", "k", "v"));
    Map<String, Secret> all = plain.getAll(names);
    assertThat(all).hasSize(10_000);
    assertThat(all)
        .containsEntry("team/secret-5000", secret("team/secret-5000", "k", "new"))
        .containsEntry("team/secret-5001", secret("team/secret-5001", "k", "value 5001"));
  }

  @Test
  void manySecretsAreStoredInOneChangeOrNotAtAll() throws IOException {
    LocalSecretsManager secrets = open(Map.of(), Map.of(), Passphrases.unattended());
    List<Secret> many = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      many.add(secret("team/" + i, "k", "value " + i));
    }
    secrets.storeAll(many, List.of());
    String before = Files.readString(store());

    assertThatThrownBy(
            () ->
                secrets.storeAll(
                    List.of(secret("new", "k", "1"), secret("team/5", "k", "1")),
                    List.of(secret("team/6", "k", "1"))))
        .isInstanceOf(SecretExistsException.class)
        .hasMessageContaining("'team/5'");
    assertThatThrownBy(
            () ->
                secrets.storeAll(
                    List.of(secret("new", "k", "1")), List.of(secret("missing", "k", "1"))))
        .isInstanceOf(SecretNotFoundException.class);
    assertThatThrownBy(
            () ->
                secrets.storeAll(
                    List.of(secret("new", "k", "1"), secret("new", "k", "2")), List.of()))
        .isInstanceOf(SecretExistsException.class);
    assertThat(Files.readString(store())).isEqualTo(before);
    secrets.storeAll(List.of(secret("new", "k", "1")), List.of(secret("team/6", "k", "66")));
    assertThat(secrets.list()).hasSize(1_001);
    assertThat(secrets.get("team/6")).isEqualTo(secret("team/6", "k", "66"));
    assertThat(secrets.get("team/6").version()).contains("2");
    assertThat(secrets.get("team/999")).isEqualTo(secret("team/999", "k", "value 999"));
  }

  @Test
  void managersOfOneFileSeeTheirOwnPrefixOnly() {
    SecretsManager dev = open(Map.of("prefix", "dev/"));
    SecretsManager prod = open(Map.of("prefix", "prod/"));
    dev.register(secret("db", "k", "dev"));
    prod.register(secret("db", "k", "prod"));

    assertThat(dev.list()).containsExactly("db");
    assertThat(dev.get("db")).isEqualTo(secret("db", "k", "dev"));
    assertThat(prod.getAll(List.of("db"))).containsEntry("db", secret("db", "k", "prod"));
    assertThat(open().list()).containsExactly("dev/db", "prod/db");
    dev.deleteAll(true);
    assertThat(dev.list()).isEmpty();
    assertThatThrownBy(() -> dev.get("db")).isInstanceOf(SecretNotFoundException.class);
    assertThat(prod.get("db")).isEqualTo(secret("db", "k", "prod"));
  }

  @Test
  void aPrefixThatCannotBeginANameIsRefused() {
    assertThatThrownBy(() -> open(Map.of("prefix", "../")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("prefix");
  }

  @Test
  void aChangeThatFindsNothingCreatesNothing() {
    assertThatThrownBy(() -> open().update(secret("a", "k", "v")))
        .isInstanceOf(SecretNotFoundException.class);
    assertThatThrownBy(() -> open().delete("a")).isInstanceOf(SecretNotFoundException.class);
    open().deleteAll(true);

    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void pathAndKeyFileAreConfigurable() {
    Map<String, String> attributes =
        Map.of(
            "path", folder.resolve("x/team.yml").toString(),
            "key_file", folder.resolve("y/team.key").toString());
    open(attributes).register(secret("a", "k", "v"));

    assertThat(folder.resolve("x/team.yml")).exists();
    assertThat(folder.resolve("y/team.key")).exists();
    assertThat(folder.resolve("home")).doesNotExist();
    assertThat(open(attributes).get("a")).isEqualTo(secret("a", "k", "v"));
  }

  @Test
  void aFileInPlaceOfTheFolderIsSaid() throws IOException {
    Files.writeString(folder.resolve("home"), "");

    assertThatThrownBy(() -> open().register(secret("a", "k", VALUE)))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining(folder.resolve("home").toString())
        .hasMessageContaining("Fix:")
        .hasMessageNotContaining(VALUE);
    assertThatThrownBy(() -> open().get("a")).isInstanceOf(SecretsUnreachableException.class);
  }

  @Test
  void aFolderInPlaceOfTheFileIsSaid() throws IOException {
    Files.createDirectories(store());

    assertThatThrownBy(() -> open().list())
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining(store().toString())
        .hasMessageContaining("Fix: move the folder");
  }

  @Test
  void whatAKilledUpdateLeftBehindIsNoHindrance() throws IOException {
    open().register(secret("a", "k", "1"));
    Path leftover = store().resolveSibling(".default.yaml.new");
    Files.writeString(leftover, "half a st");

    open().update(secret("a", "k", "2"));

    assertThat(open().get("a")).isEqualTo(secret("a", "k", "2"));
    assertThat(leftover).doesNotExist();
  }

  @Test
  void unknownAndWrongAttributesAreToldTogether() {
    assertThatThrownBy(() -> open(Map.of("encription", "none", "path", "")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("no attribute 'encription'")
        .hasMessageContaining("did you mean 'encryption'?")
        .hasMessageContaining("'path' is not a path");
  }
}
