package dev.lockstep.secret.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.Passphrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A passphrase in place of the key file. */
class PassphraseTest extends LocalStore {
  private static final Map<String, String> WITH_PASSPHRASE = Map.of("key_from", "passphrase");

  private static Map<String, String> phrase(String phrase) {
    return Map.of("LOCKSTEP_PASSPHRASE", phrase);
  }

  /** Someone who answers so, and what they were asked. */
  private static final class Person implements Passphrases.Prompt {
    final List<String> questions = new ArrayList<>();
    private final Deque<String> answers;

    Person(String... answers) {
      this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public String hidden(String question) {
      questions.add(question);
      return answers.removeFirst();
    }
  }

  @Test
  void aPassphraseTakesThePlaceOfTheKeyFile() throws IOException {
    SecretsManager secrets = open(WITH_PASSPHRASE, phrase(VALUE));
    secrets.register(secret("a", "k", "1"));
    secrets.update(secret("a", "k", "2"));

    assertThat(key()).doesNotExist();
    assertThat(Files.readString(store()))
        .doesNotContain(VALUE)
        .contains("key_derivation: \"$scrypt$ln=16,r=8,p=2$");
    assertThat(open(WITH_PASSPHRASE, phrase(VALUE)).get("a")).isEqualTo(secret("a", "k", "2"));
    assertThat(open(WITH_PASSPHRASE).list()).containsExactly("a");
  }

  @Test
  void withoutThePassphraseNothingIsReadAndNothingChanged() throws IOException {
    open(WITH_PASSPHRASE, phrase(VALUE)).register(secret("a", "k", "1"));
    String before = Files.readString(store());

    assertThatThrownBy(() -> open(WITH_PASSPHRASE, phrase("guess-1")).get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("LOCKSTEP_PASSPHRASE")
        .hasMessageNotContaining("guess-1");
    assertThatThrownBy(
            () -> open(WITH_PASSPHRASE, phrase("guess-1")).register(secret("b", "k", "v")))
        .isInstanceOf(SecretAccessDeniedException.class);
    assertThatThrownBy(() -> open(WITH_PASSPHRASE, phrase("")).get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("Fix: set LOCKSTEP_PASSPHRASE");
    assertThatThrownBy(() -> open(WITH_PASSPHRASE).get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("--passphrase_file=FILE");
    assertThat(Files.readString(store())).isEqualTo(before);
  }

  @Test
  void aNewStoreAsksForItsPassphraseTwiceAndAnOldOneOnce() {
    Person maker = new Person(VALUE, VALUE);
    SecretsManager secrets = open(WITH_PASSPHRASE, Map.of(), Passphrases.asking(maker));
    secrets.register(secret("a", "k", "1"));
    secrets.update(secret("a", "k", "2"));
    assertThat(maker.questions).hasSize(2);
    assertThat(maker.questions.get(0)).contains(store().toString());

    Person reader = new Person(VALUE);
    SecretsManager again = open(WITH_PASSPHRASE, Map.of(), Passphrases.asking(reader));
    assertThat(again.get("a")).isEqualTo(secret("a", "k", "2"));
    assertThat(again.getAll(List.of("a"))).containsOnlyKeys("a");
    assertThat(reader.questions).hasSize(1);
  }

  @Test
  void whoeverTypesAWrongOneOrNothingIsToldSoAndNotAskedAgain() {
    open(WITH_PASSPHRASE, phrase(VALUE)).register(secret("a", "k", "1"));

    Person guesser = new Person("guess-1");
    assertThatThrownBy(() -> open(WITH_PASSPHRASE, Map.of(), Passphrases.asking(guesser)).get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("that was typed is not the one")
        .hasMessageContaining("Fix: repeat the command")
        .hasMessageNotContaining("guess-1");
    assertThat(guesser.questions).hasSize(1);

    Person silent = new Person("");
    assertThatThrownBy(() -> open(WITH_PASSPHRASE, Map.of(), Passphrases.asking(silent)).get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("No passphrase was typed");
    assertThat(silent.questions).hasSize(1);
  }

  @Test
  void aSlipOfTheFingerMakesNoStore() {
    Person maker = new Person(VALUE, VALUE + "x");

    assertThatThrownBy(
            () ->
                open(WITH_PASSPHRASE, Map.of(), Passphrases.asking(maker))
                    .register(secret("a", "k", "1")))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("differ")
        .hasMessageNotContaining(VALUE);
    assertThat(store()).doesNotExist();
  }

  @Test
  void whoMistypedIsAskedAgainByTheNextCall() {
    open(WITH_PASSPHRASE, phrase(VALUE)).register(secret("a", "k", "1"));
    Person reader = new Person("mistyped", VALUE);
    SecretsManager secrets = open(WITH_PASSPHRASE, Map.of(), Passphrases.asking(reader));

    assertThatThrownBy(() -> secrets.get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("typed");
    assertThat(secrets.get("a")).isEqualTo(secret("a", "k", "1"));
  }

  @Test
  void theKeyIsDerivedOnceForAllThatShareIt() {
    open(WITH_PASSPHRASE, phrase(VALUE)).register(secret("a", "k", "1"));
    Passphrases process = Passphrases.unattended();
    open(WITH_PASSPHRASE, phrase(VALUE), process).unlock();
    assertThat(process.keys()).hasSize(1);

    // As a process of a step: it has neither variable nor terminal, only the key.
    SecretsManager step = open(WITH_PASSPHRASE, Map.of(), Passphrases.with(process.keys()));
    assertThat(step.get("a")).isEqualTo(secret("a", "k", "1"));
    assertThat(process.toString()).doesNotContain(VALUE);
  }

  @Test
  void thePassphraseMayLieInAFileThatOnlyItsOwnerCanRead() throws IOException {
    Path file = folder.resolve("phrase");
    Map<String, String> attributes = Map.of("passphrase_file", file.toString());
    assertThatThrownBy(() -> open(attributes).register(secret("a", "k", "1")))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("missing");
    Files.writeString(file, VALUE + "\n");
    for (String exposed : List.of("rw-r-----", "rw----r--")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(exposed));
      assertThatThrownBy(() -> open(attributes).register(secret("a", "k", "1")))
          .isInstanceOf(SecretAccessDeniedException.class)
          .hasMessageContaining("chmod 600 " + file)
          .hasMessageNotContaining(VALUE);
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    open(attributes, phrase("not asked for")).register(secret("a", "k", "1"));

    assertThat(open(WITH_PASSPHRASE, phrase(VALUE)).get("a")).isEqualTo(secret("a", "k", "1"));
    Files.writeString(file, "\n");
    assertThatThrownBy(() -> open(attributes).get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("empty");
    Files.write(file, new byte[] {(byte) 0xC3, 'x'});
    assertThatThrownBy(() -> open(attributes).get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void anAccentIsTheSameHoweverAKeyboardMakesIt() {
    open(WITH_PASSPHRASE, phrase("h\u00FClle und f\u00FClle")).register(secret("a", "k", "1"));

    assertThat(open(WITH_PASSPHRASE, phrase("hu\u0308lle und fu\u0308lle")).get("a"))
        .isEqualTo(secret("a", "k", "1"));
  }

  @Test
  void aStoreOfAKeyFileIsNotTakenForOneOfAPassphrase() {
    open().register(secret("a", "k", "v"));

    // Someone who knows no passphrase can put a store and a key there, and wait for what is added.
    assertThatThrownBy(() -> open(WITH_PASSPHRASE, phrase(VALUE)).get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("key file")
        .hasMessageNotContaining(VALUE);
    assertThatThrownBy(() -> open(WITH_PASSPHRASE, phrase(VALUE)).register(secret("b", "k", VALUE)))
        .isInstanceOf(SecretAccessDeniedException.class);
  }

  @Test
  void aStoreThatDemandsAPassphraseGetsItWhateverIsConfigured() {
    open(WITH_PASSPHRASE, phrase(VALUE)).register(secret("a", "k", "v"));

    assertThat(open(Map.of(), phrase(VALUE)).get("a")).isEqualTo(secret("a", "k", "v"));
    assertThatThrownBy(() -> open().get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("LOCKSTEP_PASSPHRASE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ln=24,r=8,p=1", // 16 GiB
        "ln=17,r=32,p=1",
        "ln=16,r=8,p=9999",
        "ln=10,r=8,p=1", // A guess at it would cost nothing.
        "ln=99,r=8,p=1",
        "ln=-1,r=8,p=1",
        "ln=16,r=0,p=1",
        "ln=16,r=99999,p=1",
        "ln=16,r=8",
        "r=8,ln=16,p=1",
        ""
      })
  void aHeaderCannotMakeAReaderTakeAllMemoryOrForever(String parameters) throws IOException {
    open(WITH_PASSPHRASE, phrase(VALUE)).register(secret("a", "k", "v"));
    edit("ln=16,r=8,p=2", parameters);

    assertThatThrownBy(() -> open(WITH_PASSPHRASE, phrase(VALUE)).get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("key_derivation");
  }
}
