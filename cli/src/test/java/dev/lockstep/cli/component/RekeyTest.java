package dev.lockstep.cli.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.TerminalSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RekeyTest {
  private static final String ON_TEAM = "--secrets-manager=team";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private InProcess lockstep() {
    return new InProcess(folder);
  }

  private Path file(String name) {
    return folder.resolve("home/secrets/" + name);
  }

  private static Result done(InProcess lockstep, String... arguments) {
    Result result = lockstep.run(arguments);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  private String value(InProcess lockstep) {
    return done(lockstep, "secret", "get", "db", "password", "--reveal", ON_TEAM).out();
  }

  @BeforeEach
  void registerASecret() {
    done(lockstep(), "secrets-manager", "register", "team", "-f", "local");
    done(lockstep(), "secret", "register", "db", "--password=hunter2", ON_TEAM);
  }

  @Test
  void aStoreGetsAnotherRandomKey() throws IOException {
    String oldKey = Files.readString(file("team.key"));
    String oldStore = Files.readString(file("team.yaml"));
    Result result = done(lockstep(), "secrets-manager", "rekey", "team");

    assertThat(result.err()).contains("Encrypted the 1 secret of the secrets manager 'team'");
    assertThat(Files.readString(file("team.key"))).hasLineCount(1).isNotEqualTo(oldKey);
    assertThat(Files.readString(file("team.yaml"))).isNotEqualTo(oldStore);
    assertThat(value(lockstep())).isEqualTo("hunter2\n");
    Files.writeString(file("team.key"), oldKey);
    assertThat(lockstep().run("secret", "get", "db", ON_TEAM).exitCode()).isEqualTo(4);
  }

  @Test
  void aStoreGoesFromAKeyFileToAPassphraseToAnotherOneAndBack() throws IOException {
    InProcess first =
        lockstep().with("LOCKSTEP_NEW_PASSPHRASE", "phrase-1").with("LOCKSTEP_PASSPHRASE", "");
    Result to = done(first, "secrets-manager", "rekey", "team", "--key-from=passphrase");
    assertThat(to.err()).contains("does not need the key file " + file("team.key"));
    assertThat(done(lockstep(), "secrets-manager", "describe", "team").out())
        .contains("passphrase");
    Files.delete(file("team.key"));
    InProcess reader = lockstep().with("LOCKSTEP_PASSPHRASE", "phrase-1");
    assertThat(value(reader)).isEqualTo("hunter2\n");
    assertThat(lockstep().run("secret", "get", "db", ON_TEAM).exitCode()).isEqualTo(4);

    InProcess second = reader.with("LOCKSTEP_NEW_PASSPHRASE", "phrase-2");
    done(second, "secrets-manager", "rekey", "team");
    assertThat(reader.run("secret", "get", "db", ON_TEAM).exitCode()).isEqualTo(4);
    InProcess third = lockstep().with("LOCKSTEP_PASSPHRASE", "phrase-2");
    assertThat(value(third)).isEqualTo("hunter2\n");

    done(third, "secrets-manager", "rekey", "team", "--key-from=file");
    assertThat(value(lockstep())).isEqualTo("hunter2\n");
    assertThat(Files.readString(file("team.yaml"))).doesNotContain("scrypt");
    assertThat(Files.readString(folder.resolve("home/config.yaml"))).doesNotContain("phrase-");
  }

  @Test
  void theNewPassphraseMayLieInAFileWhichIsThenReadAgain() throws IOException {
    Path phrase = folder.resolve("phrase");
    Files.writeString(phrase, "from a file\n");
    Files.setPosixFilePermissions(phrase, PosixFilePermissions.fromString("rw-------"));
    done(
        lockstep(),
        "secrets-manager",
        "rekey",
        "team",
        "--key-from=passphrase",
        "--new-passphrase-file=" + phrase);
    assertThat(value(lockstep())).isEqualTo("hunter2\n");

    Result refused =
        lockstep()
            .with("LOCKSTEP_NEW_PASSPHRASE", "another")
            .run("secrets-manager", "rekey", "team");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--new-passphrase-file FILE");
    assertThat(value(lockstep())).isEqualTo("hunter2\n");
    done(lockstep(), "secrets-manager", "rekey", "team", "--key-from=file");
    Files.delete(phrase);
    assertThat(value(lockstep())).isEqualTo("hunter2\n");
  }

  @Test
  void aWrongPassphraseChangesNothing() throws IOException {
    done(
        lockstep().with("LOCKSTEP_NEW_PASSPHRASE", "phrase-1"),
        "secrets-manager",
        "rekey",
        "team",
        "--key-from=passphrase");
    String store = Files.readString(file("team.yaml"));
    String configuration = Files.readString(folder.resolve("home/config.yaml"));
    InProcess guess =
        lockstep().with("LOCKSTEP_PASSPHRASE", "guess-1").with("LOCKSTEP_NEW_PASSPHRASE", "mine-1");

    for (String from : new String[] {"passphrase", "file"}) {
      Result refused = guess.run("secrets-manager", "rekey", "team", "--key-from=" + from);
      assertThat(refused.exitCode()).isEqualTo(4);
      assertThat(refused.err()).contains("LOCKSTEP_PASSPHRASE").doesNotContain("guess-1", "mine-1");
    }
    assertThat(Files.readString(file("team.yaml"))).isEqualTo(store);
    assertThat(Files.readString(folder.resolve("home/config.yaml"))).isEqualTo(configuration);
  }

  @Test
  void whatHasNoKeyOfItsOwnIsRefused() {
    done(lockstep(), "secrets-manager", "register", "plain", "-f", "local", "--encryption=none");
    assertThat(lockstep().run("secrets-manager", "rekey", "plain"))
        .satisfies(
            refused -> {
              assertThat(refused.exitCode()).isEqualTo(2);
              assertThat(refused.err()).contains("lockstep secret copy --all --from plain");
            });
    done(
        lockstep(),
        "secrets-manager",
        "register",
        "other",
        "-f",
        "local",
        "--key-file=" + file("team.key"));
    assertThat(lockstep().run("secrets-manager", "rekey", "team"))
        .satisfies(
            refused -> {
              assertThat(refused.exitCode()).isEqualTo(2);
              assertThat(refused.err()).contains("also that of the secrets manager 'other'");
            });
    assertThat(lockstep().run("secrets-manager", "rekey", "tema").err()).contains("'team'");
    assertThat(
            lockstep()
                .run("secrets-manager", "rekey", "team", "--new-passphrase-file=x")
                .exitCode())
        .isEqualTo(2);
    assertThat(lockstep().run("artifact-store", "rekey", "default").exitCode()).isEqualTo(2);
    assertThat(lockstep().run("secrets-manager", "rekey", "team", "--key-from=passphrase").err())
        .contains("There is no terminal", "LOCKSTEP_NEW_PASSPHRASE");
  }

  @Test
  void secretsManagersThatShareAStoreAreRekeyedTogether() {
    done(
        lockstep(),
        "secrets-manager",
        "register",
        "dev",
        "-f",
        "local",
        "--path=" + file("team.yaml"),
        "--prefix=dev");
    done(lockstep(), "secret", "register", "x", "--k=dev-value", "--secrets-manager=dev");

    assertThat(done(lockstep(), "secrets-manager", "rekey", "team").err())
        .contains("the 2 secrets");
    assertThat(
            done(lockstep(), "secret", "get", "x", "k", "--reveal", "--secrets-manager=dev").out())
        .isEqualTo("dev-value\n");
  }

  @Test
  void aPersonIsAskedForTheOldPassphraseOnceAndForTheNewOneTwice() throws Exception {
    Lockstep process = Lockstep.in(folder);
    TerminalSession.Result made =
        new TerminalSession(process)
            .answer("New passphrase of 'team': ", "phrase-1\n")
            .answer("Once more: ", "phrase-1\n")
            .run("secrets-manager", "rekey", "team", "--key-from=passphrase");
    assertThat(made.exitCode()).as(made.shown()).isZero();

    TerminalSession.Result read =
        new TerminalSession(process)
            .answer("Passphrase of " + file("team.yaml") + ": ", "phrase-1\n")
            .run("secret", "get", "db", "password", "--reveal", ON_TEAM);
    assertThat(read.exitCode()).as(read.shown()).isZero();
    assertThat(read.shown()).contains("hunter2").doesNotContain("phrase-1");

    TerminalSession.Result slip =
        new TerminalSession(process)
            .answer("Passphrase of ", "phrase-1\n")
            .answer("New passphrase of 'team': ", "phrase-2\n")
            .answer("Once more: ", "phrase-3\n")
            .run("secrets-manager", "rekey", "team");
    assertThat(slip.exitCode()).as(slip.shown()).isEqualTo(2);
    assertThat(slip.shown()).contains("differ").doesNotContain("phrase-");
    done(lockstep(), "secrets-manager", "register", "new", "-f", "local", "--key-from=passphrase");
    TerminalSession.Result newSlip =
        new TerminalSession(process)
            .answer("New passphrase of ", "phrase-2\n")
            .answer("Once more: ", "phrase-3\n")
            .run("secret", "register", "x", "--k=v", "--secrets-manager=new");
    assertThat(newSlip.exitCode()).as(newSlip.shown()).isEqualTo(2);
    assertThat(newSlip.shown()).contains("differ").doesNotContain("phrase-");
    assertThat(value(lockstep().with("LOCKSTEP_PASSPHRASE", "phrase-1"))).isEqualTo("hunter2\n");
  }
}
