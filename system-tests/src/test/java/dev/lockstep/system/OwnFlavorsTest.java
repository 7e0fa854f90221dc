package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flavors of a user's own, in jars that no class path has: registered, then used everywhere. */
class OwnFlavorsTest {
  private static final String VALUE = "tr0ub4dor-and-3";
  private static final String PIN = "p1n-0815";

  private final Path folder;
  private final UserProject project;
  private final Home home;

  OwnFlavorsTest(@TempDir Path folder) {
    this.folder = folder;
    this.project = new UserProject(folder);
    this.home = new Home(folder.resolve("home"));
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

  private Home.Result lockstep(String... arguments) {
    return home.run(Main.class, arguments);
  }

  private String done(String... arguments) {
    Home.Result result = lockstep(arguments);
    assertThat(result.exit()).as(result.out() + result.err()).isZero();
    return result.out();
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

  @Test
  void anArtifactStoreAndAnOrchestratorAreUsedAsWell() throws IOException {
    project.source(
        "parts",
        "parts.Parts",
        """
        package parts;

        import dev.lockstep.Flavor;
        import dev.lockstep.Param;
        import dev.lockstep.artifact.ArtifactStore;
        import dev.lockstep.metadata.RunStatus;
        import dev.lockstep.orchestrator.Orchestrator;
        import dev.lockstep.orchestrator.RunExecution;
        import dev.lockstep.orchestrator.local.LocalOrchestrator;
        import dev.lockstep.secret.SecretValue;
        import java.io.*;
        import java.nio.file.*;

        final class Parts {
          private Parts() {}

          @Flavor("one-by-one")
          static final class OneByOne implements Orchestrator {
            OneByOne() {}

            @Override public RunStatus execute(RunExecution run) {
              System.out.println("one by one");
              return new LocalOrchestrator(1, false).execute(run);
            }
          }

          @Flavor("drawer")
          static final class Drawer implements ArtifactStore {
            record Config(Path folder, SecretValue key) {}

            private final Config config;

            Drawer(Config config) {
              this.config = config;
            }

            @Override public OutputStream create(String path) throws IOException {
              Path file = file(path);
              Files.createDirectories(file.getParent());
              return Files.newOutputStream(file);
            }

            @Override public InputStream open(String path) throws IOException {
              return Files.newInputStream(file(path));
            }

            @Override public void delete(String path) throws IOException {
              Files.deleteIfExists(file(path));
            }

            @Override public String location(String path) {
              return file(path).toString();
            }

            private Path file(String path) {
              return config.folder().resolve(config.key().reveal().length() + "-" + path);
            }
          }
        }
        """);
    project.source(
        "shop",
        "shop.Big",
        """
        package shop;

        import dev.lockstep.*;

        @Pipeline
        class Big {
          @Step
          byte[] make() {
            return new byte[100_000];
          }

          @Step(isolation = Isolation.PROCESS)
          int measure(byte[] make) {
            System.out.println("measured " + make.length);
            return make.length;
          }
        }
        """);
    Path jar = project.jar("parts.jar", project.compile("parts"));
    Path classes = project.compile("shop");
    String file = jar.toString();

    done("orchestrator", "flavor", "register", "parts.Parts.OneByOne", "--jar", file);
    done("artifact-store", "flavor", "register", "parts.Parts$Drawer", "--jar", file);
    done("orchestrator", "register", "o", "-f", "one-by-one");
    done(
        "artifact-store",
        "register",
        "a",
        "-f",
        "drawer",
        "--folder=" + folder.resolve("drawer"),
        "--key={{drawer.code}}");
    done("stack", "register", "s", "-o", "o", "-a", "a", "-m", "default", "-x", "default", "--set");
    done("secret", "register", "drawer", "--code=" + VALUE);
    assertThat(done("orchestrator", "explain"))
        .contains(
            "  one-by-one: ", "The stack 's' has the orchestrator 'o' of flavor 'one-by-one'");
    assertThat(done("artifact-store", "describe"))
        .contains("key        {{drawer.code}}")
        .doesNotContain(VALUE);

    Home.Result run = lockstep("run", classes.toString(), "big");
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("one by one", "measured 100000", "2 of 2 steps succeeded");
    assertThat(folder.resolve("drawer").toFile().list()).containsExactly(VALUE.length() + "-big");

    // The runner itself, as a cluster or a build starts it.
    ProcessBuilder runner =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classes + File.pathSeparator + System.getProperty("java.class.path"),
            "shop.BigRunner");
    runner.environment().put("LOCKSTEP_HOME", home.root().toString());
    runner.environment().remove("LOCKSTEP_STACK");
    assertThat(finish(runner)).contains("one by one", "2 of 2 steps succeeded");

    // A run whose flavor was damaged ends before its first step.
    Files.delete(jar);
    try (var jars = Files.newDirectoryStream(home.root().resolve("integrations"), "*.jar")) {
      for (Path copy : jars) {
        Files.delete(copy);
      }
    }
    Home.Result damaged = lockstep("run", classes.toString(), "big");
    assertThat(damaged.exit()).isEqualTo(3);
    assertThat(damaged.err())
        .contains(
            "The artifact store flavor 'drawer', which was registered from "
                + jar
                + ", cannot be used: its jar ")
        .contains(
            " is gone.\n    Fix: lockstep artifact-store flavor register parts.Parts_DrawerFlavor --jar"
                + " FILE\n");
  }

  private static String finish(ProcessBuilder builder) throws IOException {
    try {
      Home.Result result = Home.finish(builder.start());
      assertThat(result.exit()).as(result.out() + result.err()).isZero();
      return result.out();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
