package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secrets manager of a user's own, with a library of its own. */
class OwnSecretsManagerTest extends OwnFlavors {
  private static final String PIN = "p1n-0815";

  OwnSecretsManagerTest(@TempDir Path folder) {
    super(folder);
  }

  @BeforeEach
  void writeAPipeline() throws IOException {
    project.source(
        "shop",
        "shop.Tokens",
        """
        package shop;

        import dev.lockstep.*;
        import dev.lockstep.secret.Secret;

        @Pipeline(secrets = "api")
        class Tokens {
          @Step
          int here(Secret api) {
            String token = api.value("token").orElseThrow().reveal();
            System.out.println("here " + token);
            return token.length();
          }

          @Step(isolation = Isolation.PROCESS)
          int apart(Secret api, int here) {
            System.out.println("apart " + api.value("token").orElseThrow().reveal() + " " + here);
            return here;
          }
        }
        """);
  }

  /** A secrets manager that needs a class of another jar. */
  private void writeAVault() throws IOException {
    project.source(
        "codec",
        "codec.Backwards",
        """
        package codec;

        public final class Backwards {
          private Backwards() {}

          public static String of(String text) {
            return new StringBuilder(text).reverse().toString();
          }
        }
        """);
    project.source(
        "vault",
        "vault.FileVault",
        """
        package vault;

        import codec.Backwards;
        import dev.lockstep.Flavor;
        import dev.lockstep.Param;
        import dev.lockstep.secret.*;
        import dev.lockstep.stack.ComponentContext;
        import java.io.*;
        import java.nio.file.*;
        import java.util.*;

        @Flavor(value = "file-vault", description = "Secrets in files, written backwards.")
        final class FileVault implements SecretsManager {
          record Config(
              @Param(description = "where the files are") Path folder,
              @Param(description = "what opens them") SecretValue pin) {}

          private final Config config;
          private final String name;

          FileVault(Config config, ComponentContext context) {
            this.config = config;
            this.name = context.component();
          }

          @Override public void register(Secret secret) {
            if (Files.exists(file(secret.name()))) {
              throw new SecretExistsException(secret.name(), name);
            }
            write(secret);
          }

          @Override public Secret get(String secret) {
            Properties lines = new Properties();
            try (Reader in = Files.newBufferedReader(file(secret))) {
              lines.load(in);
            } catch (NoSuchFileException e) {
              throw new SecretNotFoundException(secret, name);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            Map<String, SecretValue> values = new TreeMap<>();
            for (String key : lines.stringPropertyNames()) {
              values.put(key, SecretValue.of(Backwards.of(lines.getProperty(key))));
            }
            return Secret.of(secret, Secret.ARBITRARY, values);
          }

          @Override public Map<String, Secret> getAll(Collection<String> names) {
            Map<String, Secret> secrets = new HashMap<>();
            for (String secret : names) {
              if (Files.exists(file(secret))) {
                secrets.put(secret, get(secret));
              }
            }
            return secrets;
          }

          @Override public List<String> list() {
            String[] names = config.folder().toFile().list();
            return names == null ? List.of() : List.of(names);
          }

          @Override public void update(Secret secret) {
            write(secret);
          }

          @Override public void delete(String secret) {
            try {
              Files.delete(file(secret));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }

          @Override public void deleteAll(boolean force) {
            list().forEach(this::delete);
          }

          private Path file(String secret) {
            return config.folder().resolve(secret);
          }

          private void write(Secret secret) {
            Properties lines = new Properties();
            secret.values().forEach((k, v) -> lines.setProperty(k, Backwards.of(v.reveal())));
            try {
              Files.createDirectories(config.folder());
              try (Writer out = Files.newBufferedWriter(file(secret.name()))) {
                lines.store(out, null);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        }
        """);
  }

  @Test
  void aSecretsManagerIsUsedByTheCommandLineByRunnersAndByStepsInProcessesOfTheirOwn()
      throws IOException {
    writeAVault();
    Path codec = project.compile("codec");
    Path codecJar = project.jar("codec.jar", codec);
    Path vaultJar = project.jar("vault.jar", project.compile("vault", codec));
    Path pin = Files.writeString(folder.resolve("pin"), PIN);

    Home.Result registered =
        lockstep(
            "secrets-manager",
            "flavor",
            "register",
            "vault.FileVault",
            "--jar",
            vaultJar.toString(),
            "--jar",
            codecJar.toString());
    assertThat(registered.exit()).as(registered.err()).isZero();
    assertThat(registered.err())
        .isEqualTo(
            "Registered the secrets manager flavor 'file-vault' (vault.FileVaultFlavor). Use it:"
                + " lockstep secrets-manager register NAME -f file-vault --folder=VALUE"
                + " --pin=VALUE\n");
    // From here on only the copies are there.
    Files.delete(vaultJar);
    Files.delete(codecJar);

    Home.Result component =
        lockstep(
            "secrets-manager",
            "register",
            "mine",
            "-f",
            "file-vault",
            "--folder=" + folder.resolve("vaulted"),
            "--pin=@" + pin);
    assertThat(component.exit()).as(component.err()).isZero();
    assertThat(component.err())
        .contains("The attribute 'pin' is sensitive")
        .contains("A secrets manager cannot refer to a secret.")
        .doesNotContain(PIN, "history");
    done("stack", "register", "s", "-o", "default", "-a", "default", "-m", "default", "-x", "mine");
    done("stack", "set", "s");
    done("secret", "register", "api", "--token=" + VALUE);
    assertThat(folder.resolve("vaulted/api"))
        .content()
        .contains("token=" + new StringBuilder(VALUE).reverse());
    assertThat(done("secret", "get", "api", "token", "--reveal")).isEqualTo(VALUE + "\n");

    Path classes = project.compile("shop");
    Home.Result run = lockstep("run", classes.toString());
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("here ***", "apart *** " + VALUE.length())
        .contains("2 of 2 steps succeeded")
        .doesNotContain(VALUE);
  }

  @Test
  void aDependencyThatIsMissingIsToldWhenTheFlavorIsRegistered() throws IOException {
    writeAVault();
    project.source(
        "vault",
        "vault.Typed",
        """
        package vault;

        import dev.lockstep.stack.*;
        import java.util.List;

        public final class Typed extends codec.Base implements ComponentFlavor<FileVault> {
          public Typed() {}

          @Override public ComponentType type() {
            return ComponentType.SECRETS_MANAGER;
          }

          @Override public String name() {
            return "typed";
          }

          @Override public String description() {
            return "";
          }

          @Override public List<FlavorOption> options() {
            return List.of();
          }

          @Override public FileVault create(ComponentContext context) {
            throw new UnsupportedOperationException();
          }
        }
        """);
    project.source("codec", "codec.Base", "package codec; public class Base { public Base() {} }");
    Path codec = project.compile("codec");
    Path jar = project.jar("vault.jar", project.compile("vault", codec));

    Home.Result result =
        lockstep("secrets-manager", "flavor", "register", "vault.Typed", "--jar", jar.toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "error: Nothing was registered: vault.Typed needs the class codec.Base, which is in"
                + " none of the jars.\n  Fix: name every jar that it needs, with a --jar FILE each,"
                + " built for this Java or an older one\n");

    // One that is needed later than that.
    done("secrets-manager", "flavor", "register", "vault.FileVault", "--jar", jar.toString());
    done("secrets-manager", "register", "m", "-f", "file-vault", "--folder=" + folder, "--pin=1");
    done("stack", "register", "s", "-o", "default", "-a", "default", "-m", "default", "-x", "m");
    Home.Result secret = lockstep("secret", "register", "x", "--a=" + VALUE, "--stack", "s");
    assertThat(secret.exit()).isEqualTo(4);
    assertThat(secret.err())
        .contains("error: A class cannot be used: NoClassDefFoundError codec/Backwards.")
        .contains("flavor register CLASS --jar FILE --jar FILE")
        .doesNotContain(VALUE, "\tat ", "    at ");
  }
}
