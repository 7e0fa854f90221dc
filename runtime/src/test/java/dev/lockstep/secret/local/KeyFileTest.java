package dev.lockstep.secret.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.SecretAccessDeniedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The file with the key. */
class KeyFileTest extends LocalStore {
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
}
