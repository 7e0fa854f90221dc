package dev.lockstep.cli.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.TerminalSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installing by processes: beside each other, killed, and with someone at the terminal. */
class InstallationProcessTest {
  private final Lockstep lockstep;
  private final MavenRepository repository;

  InstallationProcessTest(@TempDir Path folder) throws IOException {
    this.repository = new MavenRepository(folder.resolve("published"));
    this.lockstep = Lockstep.in(folder).with("HOME", folder.resolve("user").toString());
    new VaultArtifacts(folder).publish(repository);
    Files.createDirectories(folder.resolve("user/.m2"));
    Files.writeString(
        folder.resolve("user/.m2/settings.xml"),
        """
        <settings>
          <mirrors><mirror><id>m</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors>
          <profiles><profile><id>p</id><repositories><repository>
            <id>team</id><url>http://nowhere.invalid</url><snapshots><enabled>true</enabled></snapshots>
          </repository></repositories></profile></profiles>
          <activeProfiles><activeProfile>p</activeProfile></activeProfiles>
        </settings>
        """
            .formatted(repository.url()));
  }

  @AfterEach
  void stop() {
    repository.close();
  }

  private List<String> files() throws IOException {
    Path integrations = lockstep.home().resolve("integrations");
    if (!Files.exists(integrations)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(integrations)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> integrations.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void oneProcessInstallsAndTheNextOneUsesItAndNothingElseIsSaid() throws Exception {
    Result installed = lockstep.run("integration", "install", "vault");
    assertThat(installed.exitCode()).as(installed.err()).isZero();
    assertThat(installed.err()).startsWith("Installed the integration 'vault'").hasLineCount(1);
    assertThat(installed.out()).isEmpty();
    assertThat(lockstep.run("secrets-manager", "flavor", "list").out())
        .contains("vault   integration vault   yes    Secrets in HashiCorp Vault or OpenBao");
    lockstep.run("secrets-manager", "register", "v", "-f", "vault");
    lockstep.run("stack", "copy", "default", "s");
    lockstep.run("stack", "update", "s", "-x", "v");
    assertThat(lockstep.run("secret", "get", "a", "edition", "--reveal", "--stack", "s"))
        .isEqualTo(new Result(0, "2\n", ""));
    assertThat(lockstep.run("__complete", "bash", "integration", "uninstall", "").out())
        .isEqualTo(":words\nvault\n");
    assertThat(lockstep.run("__complete", "bash", "integration", "install", "v").out())
        .isEqualTo(":words\nvault\n");
    assertThat(
            lockstep.run("__complete", "bash", "secrets-manager", "register", "x", "-f", "a").out())
        .isEqualTo(":words\naws\nazure\n");

    lockstep.run("stack", "delete", "s", "-y");
    lockstep.run("secrets-manager", "delete", "v", "-y");
    TerminalSession.Result no =
        new TerminalSession(lockstep)
            .answer("Uninstall the integration 'vault'? [y/N] ", "n\n")
            .run("integration", "uninstall", "vault");
    assertThat(no.exitCode()).as(no.shown()).isEqualTo(1);
    assertThat(no.shown()).contains("Nothing was uninstalled.");
    TerminalSession.Result yes =
        new TerminalSession(lockstep)
            .answer("Uninstall the integration 'vault'? [y/N] ", "y\n")
            .run("integration", "uninstall", "vault");
    assertThat(yes.exitCode()).as(yes.shown()).isZero();
    assertThat(files()).containsExactly(".installed.yaml.lock", "installed.yaml");
  }

  @Test
  void severalProcessesInstallTheSameAtOnce() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(
          lockstep
              .process("integration", "install", "vault", "--reinstall")
              .redirectErrorStream(true)
              .start());
    }
    for (Process process : processes) {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }
    assertThat(lockstep.run("integration", "list").out()).containsPattern("vault +yes ");
    assertThat(files()).hasSize(4);
  }

  @Test
  void anInstallationThatIsKilledLeavesTheOldOneOrTheNewOne() throws Exception {
    assertThat(lockstep.run("integration", "install", "vault").exitCode()).isZero();
    long started = System.nanoTime();
    assertThat(lockstep.run("integration", "install", "vault", "--reinstall").exitCode()).isZero();
    long needed = (System.nanoTime() - started) / 1_000_000;
    for (int i = 4; i <= 10; i++) {
      Process process = lockstep.process("integration", "install", "vault", "--reinstall").start();
      // Killed at a point that nobody chooses, most of them towards the end.
      process.waitFor(needed * i / 10, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      assertThat(lockstep.run("integration", "list").out())
          .as("killed after %d of %d ms", needed * i / 10, needed)
          .containsPattern("vault +yes ");
    }
    assertThat(lockstep.run("integration", "install", "vault", "--reinstall").exitCode()).isZero();
    assertThat(files()).filteredOn(file -> file.endsWith(".jar")).hasSize(2);
  }
}
