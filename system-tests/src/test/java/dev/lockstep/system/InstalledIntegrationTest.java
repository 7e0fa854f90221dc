package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An integration that is installed once is used by runners, and by steps in processes of their own,
 * although the application has another edition of a library that the integration needs.
 */
class InstalledIntegrationTest {
  private static final String LIBRARY =
      """
      package codec;

      public final class Codec {
        private Codec() {}

        public interface Part {
          String edition();
        }

        public static final class Standard implements Part {
          @Override public String edition() {
            return "%s";
          }
        }

        public static String editions() {
          StringBuilder editions = new StringBuilder("%s");
          for (Part part : java.util.ServiceLoader.load(Part.class)) {
            editions.append('+').append(part.edition());
          }
          return editions.toString();
        }
      }
      """;

  private final Path folder;
  private final UserProject project;
  private final Home home;

  InstalledIntegrationTest(@TempDir Path folder) {
    this.folder = folder;
    this.project = new UserProject(folder);
    this.home = new Home(folder.resolve("home")).with("HOME", folder.resolve("user").toString());
  }

  private String done(String... arguments) {
    Home.Result result = home.run(Main.class, arguments);
    assertThat(result.exit()).as(result.out() + result.err()).isZero();
    return result.out();
  }

  /** A library, which names its own part for a service loader. */
  private Path library(String edition) throws IOException {
    project.source(edition, "codec.Codec", LIBRARY.formatted(edition, edition));
    Path classes = project.compile(edition);
    Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(
        classes.resolve("META-INF/services/codec.Codec$Part"), "codec.Codec$Standard\n");
    return classes;
  }

  private void inLocalRepository(
      String group, String artifact, String version, Path jar, String dependencies)
      throws IOException {
    Path at =
        folder
            .resolve("user/.m2/repository")
            .resolve(group.replace('.', '/'))
            .resolve(artifact)
            .resolve(version);
    Files.createDirectories(at);
    Path file = at.resolve(artifact + "-" + version);
    Files.move(jar, Path.of(file + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(
        Path.of(file + ".pom"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
          <dependencies>%s</dependencies>
        </project>
        """
            .formatted(group, artifact, version, dependencies));
  }

  private void anIntegration(Path library) throws IOException {
    project.source(
        "vault",
        "dev.lockstep.vault.Vault",
        """
        package dev.lockstep.vault;

        import codec.Codec;
        import dev.lockstep.Flavor;
        import dev.lockstep.secret.*;
        import java.util.*;

        @Flavor(value = "vault", description = "Says which library it sees.")
        final class Vault implements SecretsManager {
          Vault() {}

          @Override public void register(Secret secret) {}

          @Override public Secret get(String secret) {
            return Secret.of(
                secret, Secret.ARBITRARY, Map.of("seen", SecretValue.of(Codec.editions())));
          }

          @Override public Map<String, Secret> getAll(Collection<String> names) {
            Map<String, Secret> secrets = new HashMap<>();
            for (String name : names) {
              secrets.put(name, get(name));
            }
            return secrets;
          }

          @Override public List<String> list() {
            return List.of();
          }

          @Override public void update(Secret secret) {}

          @Override public void delete(String secret) {}

          @Override public void deleteAll(boolean force) {}
        }
        """);
    Path own = project.jar("vault.jar", project.compile("vault", library));
    inLocalRepository("codec", "codec", "2", project.jar("codec.jar", library), "");
    inLocalRepository(
        "dev.lockstep",
        "lockstep-vault",
        version(),
        own,
        "<dependency><groupId>codec</groupId><artifactId>codec</artifactId>"
            + "<version>2</version></dependency>");
  }

  /** The version that an installation looks for, as it says when there is none. */
  private String version() {
    String said = home.run(Main.class, "integration", "install", "vault").err();
    var matcher = Pattern.compile("lockstep-vault:(\\S+) is neither").matcher(said);
    assertThat(matcher.find()).as(said).isTrue();
    return matcher.group(1);
  }

  @Test
  void runnersAndStepsInProcessesOfTheirOwnUseItBesideTheApplicationsOwnLibraries()
      throws IOException {
    anIntegration(library("theirs"));
    Path mine = library("mine");
    done("integration", "install", "vault");
    done("secrets-manager", "register", "v", "-f", "vault");
    done("stack", "register", "s", "-o", "default", "-a", "default", "-m", "default", "-x", "v");
    project.source(
        "shop",
        "shop.Editions",
        """
        package shop;

        import codec.Codec;
        import dev.lockstep.*;
        import dev.lockstep.secret.Secret;

        @Pipeline(secrets = "any")
        class Editions {
          @Step
          String here(Secret any) {
            return says(any);
          }

          @Step(isolation = Isolation.PROCESS)
          void apart(Secret any, String here) {
            System.out.println("here " + here);
            System.out.println("apart " + says(any));
          }

          private static String says(Secret any) {
            boolean right = any.value("seen").orElseThrow().reveal().equals("theirs+theirs");
            return Codec.editions() + (right ? " right" : " wrong");
          }
        }
        """);
    Path classes = project.compile("shop", mine);

    Home.Result run =
        home.run(
            Main.class, "run", "--class-path", mine.toString(), classes.toString(), "--stack", "s");
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("here mine+mine right", "apart mine+mine right");

    done("integration", "uninstall", "vault", "--help");
    Files.delete(home.root().resolve("integrations/installed.yaml"));
    Home.Result without =
        home.run(
            Main.class, "run", "--class-path", mine.toString(), classes.toString(), "--stack", "s");
    assertThat(without.exit()).isEqualTo(3);
    assertThat(without.out() + without.err()).contains("Fix: lockstep integration install vault");
  }
}
