package dev.lockstep.cli.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of the passphrase that is killed, and what else has the store or the key file. */
class CutRekeyTest {
  private static final long SECONDS = 60;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private InProcess lockstep() {
    return new InProcess(folder);
  }

  private Path secrets(String name) {
    return folder.resolve("home/secrets/" + name);
  }

  private Path config() {
    return folder.resolve("home/config.yaml");
  }

  private Result done(String... arguments) {
    return done(lockstep(), arguments);
  }

  private static Result done(InProcess lockstep, String... arguments) {
    Result result = lockstep.run(arguments);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  private String value(String manager) {
    return value(lockstep(), "db", "password", manager);
  }

  private static String value(InProcess lockstep, String secret, String key, String manager) {
    return done(lockstep, "secret", "get", secret, key, "--reveal", "--secrets-manager=" + manager)
        .out();
  }

  private Path phrase(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "the phrase in " + name + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("nothing of the kind in a minute").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @BeforeEach
  void registerASecretUnderAPassphrase() throws IOException {
    done(
        "secrets-manager",
        "register",
        "team",
        "-f",
        "local",
        "--passphrase-file=" + phrase("first"));
    done("secret", "register", "db", "--password=hunter2", "--secrets-manager=team");
  }

  /** Changes the passphrase, and kills it before the store is written, or just after that. */
  private void cut(Path fresh, boolean afterTheStore) throws Exception {
    String store = Files.readString(secrets("team.yaml"));
    Process process =
        Lockstep.in(folder)
            .process("secrets-manager", "rekey", "team", "--new-passphrase-file=" + fresh)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    try {
      // It takes half a second from here to the store: the key is derived.
      await(() -> Files.readString(config()).contains(fresh.toString()));
      try (FileChannel lock =
              FileChannel.open(folder.resolve("home/.config.yaml.lock"), StandardOpenOption.WRITE);
          FileLock held = lock.lock()) {
        assertThat(held.isValid()).isTrue();
        if (afterTheStore) {
          await(() -> !Files.readString(secrets("team.yaml")).equals(store));
        }
        process.destroyForcibly().waitFor();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(Files.readString(secrets("team.yaml")).equals(store)).isEqualTo(!afterTheStore);
  }

  @Test
  void aKillBetweenStoreAndConfigurationLeavesAStoreThatIsRead() throws Exception {
    cut(phrase("second"), true);
    assertThat(value("team")).isEqualTo("hunter2\n");
    done("secret", "update", "db", "--password=hunter3", "--secrets-manager=team");
    assertThat(value("team")).isEqualTo("hunter3\n");

    // Once more, as if nothing had been.
    done("secrets-manager", "rekey", "team", "--new-passphrase-file=" + phrase("third"));
    Files.delete(folder.resolve("first"));
    Files.delete(folder.resolve("second"));
    assertThat(value("team")).isEqualTo("hunter3\n");
    assertThat(Files.readString(config())).contains("third").doesNotContain("first", "second");
  }

  @Test
  void aKillBeforeTheStoreLeavesItReadableToo() throws Exception {
    cut(phrase("second"), false);
    assertThat(value("team")).isEqualTo("hunter2\n");

    // Another one is cut as well: the store still has the first passphrase.
    cut(phrase("third"), false);
    assertThat(value("team")).isEqualTo("hunter2\n");
    Files.delete(folder.resolve("second"));
    done("secrets-manager", "rekey", "team", "--new-passphrase-file=" + phrase("fourth"));
    assertThat(value("team")).isEqualTo("hunter2\n");
    assertThat(Files.readString(config())).contains("fourth").doesNotContain("first", "third");
  }

  @Test
  void whatCannotBeDoneLeavesTheConfigurationAsItWas() throws Exception {
    String store = Files.readString(secrets("team.yaml"));
    String configuration = Files.readString(config());
    Files.writeString(secrets("team.yaml"), store.replaceFirst("password: \".", "password: \"@"));

    Result refused =
        lockstep()
            .run("secrets-manager", "rekey", "team", "--new-passphrase-file=" + phrase("second"));
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.err()).contains("'password'");
    assertThat(Files.readString(config())).isEqualTo(configuration);
  }

  @Test
  void secretsManagersOfOneStoreFollowItToItsNewPassphraseAndBack() throws Exception {
    done(
        "secrets-manager",
        "register",
        "same",
        "-f",
        "local",
        "--path=" + secrets("team.yaml"),
        "--passphrase-file=" + folder.resolve("first"));
    done("secrets-manager", "rekey", "team", "--new-passphrase-file=" + phrase("second"));
    Files.delete(folder.resolve("first"));
    assertThat(value("team")).isEqualTo("hunter2\n");
    assertThat(value("same")).isEqualTo("hunter2\n");

    done("secrets-manager", "rekey", "same", "--key-from=file");
    assertThat(value("team")).isEqualTo("hunter2\n");
    assertThat(value("same")).isEqualTo("hunter2\n");
    assertThat(Files.readString(config())).doesNotContain("passphrase_file");

    InProcess typed = lockstep().with("LOCKSTEP_NEW_PASSPHRASE", "a phrase of nobody's file");
    done(typed, "secrets-manager", "rekey", "team", "--key-from=passphrase");
    InProcess reader = lockstep().with("LOCKSTEP_PASSPHRASE", "a phrase of nobody's file");
    for (String manager : new String[] {"team", "same"}) {
      assertThat(value(reader, "db", "password", manager)).isEqualTo("hunter2\n");
    }
  }

  @Test
  void aKeyFileThatAStoreOfAnotherHomeNeedsIsLeftAsItIs() throws Exception {
    done("secrets-manager", "register", "mine", "-f", "local");
    done("secret", "register", "db", "--password=hunter2", "--secrets-manager=mine");
    InProcess elsewhere = new InProcess(Files.createDirectory(folder.resolve("elsewhere")));
    String key = "--key-file=" + secrets("mine.key");
    done(elsewhere, "secrets-manager", "register", "theirs", "-f", "local", key);
    // A key that is called like what tells of a passphrase tells of none.
    String odd = "--key_derivation=1";
    done(elsewhere, "secret", "register", "a", "--k=theirs", odd, "--secrets-manager=theirs");

    String before = Files.readString(secrets("mine.key"));
    Result first = lockstep().run("secrets-manager", "rekey", "mine");
    assertThat(first.exitCode()).isEqualTo(2);
    assertThat(first.err())
        .contains("elsewhere/home/secrets/theirs.yaml", "lockstep secret copy --all --from mine");
    Result second = elsewhere.run("secrets-manager", "rekey", "theirs");
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.err()).contains(secrets("mine.yaml").toString());
    assertThat(Files.readString(secrets("mine.key"))).isEqualTo(before);

    // One that has gone over to a passphrase needs it no more.
    done(
        elsewhere.with("LOCKSTEP_NEW_PASSPHRASE", "their own phrase"),
        "secrets-manager",
        "rekey",
        "theirs",
        "--key-from=passphrase");
    done("secrets-manager", "rekey", "mine");
    assertThat(value("mine")).isEqualTo("hunter2\n");
    InProcess reader = elsewhere.with("LOCKSTEP_PASSPHRASE", "their own phrase");
    assertThat(value(reader, "a", "k", "theirs")).isEqualTo("theirs\n");
  }

  @Test
  void aKeyFileThatIsReachedByALinkIsSharedAsWell() throws Exception {
    done("secrets-manager", "register", "mine", "-f", "local");
    done("secret", "register", "db", "--password=hunter2", "--secrets-manager=mine");
    Path other = Files.createDirectories(folder.resolve("elsewhere/home/secrets"));
    Files.createSymbolicLink(other.resolve("default.key"), secrets("mine.key"));
    InProcess elsewhere = new InProcess(folder.resolve("elsewhere"));
    done(elsewhere, "secret", "register", "a", "--k=theirs");

    assertThat(lockstep().run("secrets-manager", "rekey", "mine").err())
        .contains("elsewhere/home/secrets/default.yaml");
    assertThat(elsewhere.run("secrets-manager", "rekey", "default").exitCode()).isEqualTo(2);
  }

  @Test
  void aComponentThatCannotBeMadeKeepsNoOtherFromAnotherKey() throws Exception {
    String text = Files.readString(config());
    Files.writeString(
        config(),
        text.replace("    team:\n", "    gone:\n      flavor: of-a-jar-that-is-gone\n    team:\n"));

    done("secrets-manager", "rekey", "team", "--key-from=file");
    assertThat(value("team")).isEqualTo("hunter2\n");
    String attributes = "      attributes:\n        key_file: \"" + secrets("team.key") + "\"\n";
    Files.writeString(
        config(),
        Files.readString(config()).replace("that-is-gone\n", "that-is-gone\n" + attributes));
    assertThat(lockstep().run("secrets-manager", "rekey", "team").err())
        .contains("also that of the secrets manager 'gone'");
  }

  @Test
  void theFileWithTheSecretsIsNotTheKeyFile() {
    Result refused =
        lockstep()
            .run(
                "secrets-manager",
                "register",
                "both",
                "-f",
                "local",
                "--path=" + secrets("both"),
                "--key-file=" + secrets("both"));
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("'key_file'", "names the file with the secrets themselves");
  }
}
