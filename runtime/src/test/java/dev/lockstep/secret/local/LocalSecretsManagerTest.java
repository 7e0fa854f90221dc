package dev.lockstep.secret.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.StackException;
import dev.lockstep.testing.SecretsManagerConformance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretsManagerTest extends SecretsManagerConformance {
  private static final String VALUE = "hunter2-5uper-5ecret";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Override
  protected SecretsManager open() {
    return open(Map.of());
  }

  private SecretsManager open(Map<String, String> attributes) {
    return open(attributes, Map.of());
  }

  private SecretsManager open(Map<String, String> attributes, Map<String, String> environment) {
    return new LocalSecretsFlavor()
        .create(
            new ComponentContext(
                "default", attributes, new LockstepHome(folder.resolve("home")), environment));
  }

  private Path store() {
    return folder.resolve("home/secrets/default.yaml");
  }

  private Path key() {
    return folder.resolve("home/secrets/default.key");
  }

  // ---- what is on the disk

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

  // ---- limits

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

  // ---- prefixes

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

  // ---- damage

  @Test
  void aValueThatWasMovedToAnotherKeyIsFoundOut() throws IOException {
    open().register(secret("a", "user", "me", "password", VALUE));
    List<String> values = encryptedValues();
    edit(values.get(0), "@");
    edit(values.get(1), values.get(0));
    edit("@", values.get(1));

    assertThatThrownBy(() -> open().get("a"))
        .isInstanceOf(MalformedSecretException.class)
        .hasMessageContaining("'user'")
        .hasMessageContaining("'password'")
        .hasMessageContaining(store().toString())
        .hasMessageNotContaining(VALUE);
  }

  @Test
  void aSecretThatWasRenamedInTheFileIsFoundOut() throws IOException {
    open().register(secret("admin", "k", "v"));
    edit("  admin:", "  guest:");

    assertThatThrownBy(() -> open().get("guest")).isInstanceOf(MalformedSecretException.class);
  }

  @Test
  void aValueOfAnEarlierVersionIsFoundOut() throws IOException {
    open().register(secret("a", "k", "old"));
    String old = encryptedValues().get(0);
    open().update(secret("a", "k", "new"));
    edit(encryptedValues().get(0), old);

    assertThatThrownBy(() -> open().get("a")).isInstanceOf(MalformedSecretException.class);
  }

  @Test
  void everyFlippedBitIsFoundOut() throws IOException {
    open().register(secret("a", "k", "v"));
    String good = Files.readString(store());
    String value = encryptedValues().get(0);
    byte[] bytes = Base64.getDecoder().decode(value);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      Files.writeString(store(), good.replace(value, Base64.getEncoder().encodeToString(bytes)));
      assertThatThrownBy(() -> open().get("a")).isInstanceOf(MalformedSecretException.class);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  @Test
  void aDamagedSecretLeavesTheOthersReadableAndCanBeReplaced() throws IOException {
    open().register(secret("a", "k", "v"));
    edit(encryptedValues().get(0), "AAAA");
    open().register(secret("b", "k", "v"));

    assertThat(open().get("b")).isEqualTo(secret("b", "k", "v"));
    assertThatThrownBy(() -> open().get("a")).isInstanceOf(MalformedSecretException.class);
    open().update(secret("a", "k", "w"));
    assertThat(open().get("a")).isEqualTo(secret("a", "k", "w"));
  }

  @Test
  void aStoreThatWasCutOffAnywhereIsRefusedAndLeftAlone() throws IOException {
    open().register(secret("a", "k", "v"));
    open().register(secret("b", "k", "v"));
    String good = Files.readString(store());
    for (int length = 0; length < good.length() - 1; length++) {
      String cut = good.substring(0, length);
      Files.writeString(store(), cut);
      assertThatThrownBy(() -> open().get("a"))
          .as("%s of %s", length, good.length())
          .isInstanceOf(SecretsUnreachableException.class)
          .hasMessageContaining(store().toString())
          .hasMessageContaining("Fix:");
      assertThatThrownBy(() -> open().update(secret("a", "k", VALUE)))
          .isInstanceOf(SecretsUnreachableException.class)
          .hasMessageNotContaining(VALUE);
      assertThat(Files.readString(store())).isEqualTo(cut);
    }
  }

  @Test
  void whatIsNoStoreIsRefused() throws IOException {
    Files.createDirectories(store().getParent());
    for (String text :
        List.of(
            "\0\0\0",
            "[]",
            "hello",
            "format: 2\n...\n",
            "format: 1\nsecrets: x\n...\n",
            "format: 1\nsecrets:\n  a:\n    k: &x v\n...\n",
            "a: b\na: c\n",
            "format: 1\n...\n---\nformat: 1\n...\n")) {
      Files.writeString(store(), text);
      assertThatThrownBy(() -> open().list())
          .as(text)
          .isInstanceOf(SecretsUnreachableException.class)
          .hasMessageContaining("damaged");
    }
    Files.write(store(), new byte[] {'a', ':', ' ', (byte) 0xC3, '\n'});
    assertThatThrownBy(() -> open().list())
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void aSecretThatIsThereTwiceIsRefused() throws IOException {
    open().register(secret("a", "k", "v"));
    open().register(secret("b", "k", "v"));
    edit("  b:", "  a:");

    assertThatThrownBy(() -> open().get("a"))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("twice");
  }

  // ---- the key

  @Test
  void aMissingKeyIsAnErrorAndNotReplaced() throws IOException {
    open().register(secret("a", "k", "v"));
    Files.delete(key());

    assertThatThrownBy(() -> open().get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining(key().toString())
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> open().update(secret("a", "k", "w")))
        .isInstanceOf(SecretAccessDeniedException.class);
    assertThat(key()).doesNotExist();
    assertThat(open().list()).containsExactly("a");
  }

  @Test
  void anotherKeyIsToldFromADamagedValue() throws IOException {
    open().register(secret("a", "k", "v"));
    String before = Files.readString(store());
    Files.writeString(key(), Base64.getEncoder().encodeToString(new byte[32]));

    assertThatThrownBy(() -> open().get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining(key().toString());
    assertThatThrownBy(() -> open().register(secret("b", "k", "v")))
        .isInstanceOf(SecretAccessDeniedException.class);
    assertThat(Files.readString(store())).isEqualTo(before);
  }

  @Test
  void aKeyFileThatHoldsNoKeyIsNotQuoted() throws IOException {
    open().register(secret("a", "k", "v"));
    Files.writeString(key(), "c2hvcnQ=");

    assertThatThrownBy(() -> open().get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("32 bytes")
        .hasMessageNotContaining("c2hvcnQ");
  }

  @Test
  void aKeyThatOthersCanReadIsRefused() throws IOException {
    open().register(secret("a", "k", "v"));
    for (String permissions : List.of("rw-r-----", "rw--w----", "rw----r--", "rw-----w-")) {
      Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString(permissions));
      assertThatThrownBy(() -> open().get("a"))
          .isInstanceOf(SecretAccessDeniedException.class)
          .hasMessageContaining("chmod 600 " + key());
    }
  }

  @Test
  void anExistingKeyIsUsedForANewStore() throws IOException {
    open().register(secret("a", "k", "v"));
    String text = Files.readString(key());
    Files.delete(store());
    open().register(secret("a", "k", "w"));

    assertThat(Files.readString(key())).isEqualTo(text);
  }

  @Test
  void aPassphraseTakesThePlaceOfTheKeyFile() throws IOException {
    Map<String, String> attributes = Map.of("passphrase_env", "PHRASE");
    SecretsManager secrets = open(attributes, Map.of("PHRASE", VALUE));
    secrets.register(secret("a", "k", "1"));
    secrets.update(secret("a", "k", "2"));

    assertThat(key()).doesNotExist();
    assertThat(Files.readString(store())).doesNotContain(VALUE);
    assertThat(open(attributes, Map.of("PHRASE", VALUE)).get("a")).isEqualTo(secret("a", "k", "2"));
    assertThatThrownBy(() -> open(attributes, Map.of("PHRASE", "x")).get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("PHRASE");
    assertThatThrownBy(() -> open(attributes).get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("Fix: set PHRASE");
    assertThatThrownBy(() -> open().get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("--passphrase_env=VARIABLE");
    assertThatThrownBy(() -> open().register(secret("b", "k", "v")))
        .isInstanceOf(SecretAccessDeniedException.class);
    assertThat(open(attributes).list()).containsExactly("a");
  }

  @Test
  void aStoreOfAKeyFileIsNotOpenedWithAPassphrase() {
    open().register(secret("a", "k", "v"));

    assertThatThrownBy(
            () -> open(Map.of("passphrase_env", "PHRASE"), Map.of("PHRASE", VALUE)).get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("key file")
        .hasMessageNotContaining(VALUE);
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

  // ---- the disk

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

  private void edit(String from, String to) throws IOException {
    String text = Files.readString(store());
    assertThat(text).contains(from);
    Files.writeString(
        store(), text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
  }

  private List<String> encryptedValues() throws IOException {
    return Files.readString(store())
        .lines()
        .filter(line -> line.startsWith("      "))
        .map(line -> line.substring(line.indexOf(':') + 2).replace("\"", ""))
        .toList();
  }
}
