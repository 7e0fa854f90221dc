package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An artifact store and an orchestrator of a user's own. */
class OwnStackPartsTest extends OwnFlavors {
  OwnStackPartsTest(@TempDir Path folder) {
    super(folder);
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
