package dev.lockstep.secret.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.secret.encryption.NewKey;
import dev.lockstep.stack.Passphrases;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A store that was damaged, or changed by someone who has no key. */
class TamperedStoreTest extends LocalStore {
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
  void aVersionThatCannotGrowIsFoundOutBeforeAnUpdateLosesTheSecret() throws IOException {
    open().register(secret("a", "k", "v"));
    edit("version: 1", "version: " + Long.MAX_VALUE);
    String before = Files.readString(store());

    assertThatThrownBy(() -> open().update(secret("a", "k", VALUE)))
        .isInstanceOf(MalformedSecretException.class)
        .hasMessageContaining("version")
        .hasMessageNotContaining(VALUE);
    assertThat(Files.readString(store())).isEqualTo(before);
  }

  @Test
  void aStoreOfANewerVersionIsNotSaidToNeedACorrection() throws IOException {
    open().register(secret("a", "k", "v"));
    edit("format: 1", "format: 2");

    assertThatThrownBy(() -> open().get("a"))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("use the version of lockstep that wrote it");
  }

  @Test
  void aDamagedHeaderIsNotTakenForAnotherKeyOrPassphrase() throws IOException {
    Map<String, String> phrase = Map.of("LOCKSTEP_PASSPHRASE", VALUE);
    for (Map<String, String> attributes :
        List.of(Map.<String, String>of(), Map.of("key_from", "passphrase"))) {
      Files.deleteIfExists(store());
      open(attributes, phrase).register(secret("a", "k", "v"));
      String good = Files.readString(store());
      for (String damaged : List.of("key_check: \"\"\n", "key_check: x\n", "")) {
        Files.writeString(store(), good.replaceFirst("key_check: .*\n", damaged));
        assertThatThrownBy(() -> open(attributes, phrase).get("a"))
            .isInstanceOf(SecretsUnreachableException.class)
            .hasMessageContaining("key_check")
            .hasMessageContaining(store().toString());
      }
    }
  }

  @Test
  void aStoreInWhichASecretIsTwiceGetsNoOtherKey() throws IOException {
    open().register(secret("a", "k", "v"));
    open().register(secret("b", "k", "v"));
    edit("  b:", "  a:");
    String before = Files.readString(store());
    String key = Files.readString(key());

    assertThatThrownBy(
            () -> open(Map.of(), Map.of(), Passphrases.unattended()).rekey(NewKey.random()))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("twice");
    assertThat(Files.readString(store())).isEqualTo(before);
    assertThat(Files.readString(key())).endsWith(key);
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
}
