package dev.lockstep.cli.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A user whose settings of Maven lead to a repository that has the integration {@code vault}. */
abstract class InstallsVault {
  static final String VERSION = VaultArtifacts.VERSION;
  static final String PASSWORD = "hunter2-of-the-mirror";

  final Path folder;
  final InProcess lockstep;
  final MavenRepository repository;

  InstallsVault(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.lockstep = new InProcess(folder).with("HOME", folder.resolve("user").toString());
    this.repository = new MavenRepository(folder.resolve("published"));
  }

  @BeforeEach
  void publish() throws IOException {
    new VaultArtifacts(folder).publish(repository);
    settings(mirror(""));
  }

  @AfterEach
  void stop() {
    repository.close();
  }

  final Path m2() {
    return folder.resolve("user/.m2");
  }

  final void settings(String elements) throws IOException {
    Files.createDirectories(m2());
    Files.writeString(m2().resolve("settings.xml"), "<settings>" + elements + "</settings>");
  }

  /** The repository of the test in place of every other one; a profile because of snapshots. */
  final String mirror(String password) {
    return """
        <servers><server><id>corp</id><username>deploy</username><password>%s</password></server></servers>
        <mirrors><mirror><id>corp</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors>
        %s
        """
        .formatted(password, repository.url(), profile("http://nowhere.invalid/maven2"));
  }

  static String profile(String url) {
    return """
        <profiles><profile><id>p</id><repositories><repository>
          <id>team</id><url>%s</url><snapshots><enabled>true</enabled></snapshots>
        </repository></repositories></profile></profiles>
        <activeProfiles><activeProfile>p</activeProfile></activeProfiles>
        """
        .formatted(url);
  }

  final Result install(String... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "integration";
    arguments[1] = "install";
    arguments[2] = "vault";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return lockstep.run(arguments);
  }

  static void installed(Result result) {
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err())
        .startsWith("Installed the integration 'vault', version " + VERSION + " (2 jars, ")
        .endsWith("). Use it: lockstep secrets-manager register NAME -f vault\n");
  }

  /** Refused with a message, and nothing of it is left. */
  final String refused(Result result) throws IOException {
    assertThat(result.out()).isEmpty();
    assertThat(failed(result))
        .doesNotContain(PASSWORD)
        .doesNotContain("Exception:")
        .contains("\n  Fix: ");
    assertThat(lockstep.run("integration", "list").out()).contains("vault        no ");
    Path integrations = lockstep.home().resolve("integrations");
    if (Files.exists(integrations)) {
      try (Stream<Path> files = Files.walk(integrations)) {
        assertThat(files.filter(Files::isRegularFile)).isEmpty();
      }
    }
    return result.err();
  }

  static String failed(Result result) {
    assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
    return result.err();
  }
}
