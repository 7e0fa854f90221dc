package dev.lockstep.cli.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.text.RuntimeVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed: how it is listed, used, replaced and removed. */
class IntegrationCommandsTest extends InstallsVault {
  IntegrationCommandsTest(@TempDir Path folder) throws IOException {
    super(folder);
  }

  @Test
  void whatThereIsIsListedBeforeAnythingIsInstalled() {
    assertThat(lockstep.run("integration", "list"))
        .isEqualTo(
            new Result(
                0,
                """
                INTEGRATION  INSTALLED  VERSION  SIZE  FLAVORS
                aws          no                        secrets-manager aws, artifact-store s3
                azure        no                        secrets-manager azure
                gcp          no                        secrets-manager gcp, artifact-store gcs
                sqlite       no                        secrets-manager sqlite
                vault        no                        secrets-manager vault
                """,
                ""));
    assertThat(lockstep.run("integration", "list", "-o", "json").out())
        .contains("\"artifact\" : \"dev.lockstep:lockstep-aws\"")
        .contains("\"installed\" : false");
    assertThat(lockstep.run("secrets-manager", "flavor", "list").out())
        .contains(
            "vault   integration vault   no     not installed. Fix: lockstep integration install"
                + " vault\n");
    // A command line that runs from classes does not know its version.
    String version = RuntimeVersion.isKnown() ? ":" + RuntimeVersion.current() : "";
    String missing =
        "The secrets manager flavor 'aws' belongs to the integration 'aws', which is not"
            + " installed. Fix: lockstep integration install aws (or, for a project of its own:"
            + " add dev.lockstep:lockstep-aws"
            + version
            + " to its dependencies)";
    assertThat(lockstep.run("secrets-manager", "flavor", "describe", "aws"))
        .isEqualTo(new Result(3, "", "error: " + missing + "\n"));
    assertThat(lockstep.run("secrets-manager", "register", "x", "-f", "aws"))
        .isEqualTo(new Result(3, "", "error: " + missing + "\n"));
    assertThat(lockstep.run("secrets-manager", "register", "-f", "aws", "--help").out())
        .contains(missing);
    assertThat(lockstep.run("secrets-manager", "register", "x", "-f", "asw").err())
        .contains("Did you mean 'aws'?");
    assertThat(lockstep.run("secrets-manager", "explain").out())
        .contains("  aws: Secrets in AWS Secrets Manager. (not ready: see flavor list)\n");
    assertThat(lockstep.home()).doesNotExist();
  }

  @Test
  void unknownNamesAreRefusedBeforeAnythingIsDone() {
    assertThat(lockstep.run("integration", "install", "vault", "valt"))
        .isEqualTo(
            new Result(
                2,
                "",
                "error: There is no integration 'valt'. Did you mean 'vault'? There are: aws,"
                    + " azure, gcp, sqlite, vault.\n  More: lockstep integration list\n"));
    assertThat(lockstep.run("integration", "uninstall", "s3").exitCode()).isEqualTo(2);
    assertThat(lockstep.run("integration", "install").err())
        .startsWith("error: INTEGRATION is missing. There are: aws,");
    assertThat(lockstep.run("integration", "install", "vault", "--settings", "/no/such.xml"))
        .isEqualTo(
            new Result(
                2,
                "",
                "error: There is no file '/no/such.xml', which --settings names.\n  Fix: correct"
                    + " the path.\n"));
    assertThat(repository.requests()).isEmpty();
  }

  @Test
  void whatIsInstalledThroughAMirrorWithCredentialsIsUsedListedAndRemoved() throws Exception {
    repository.demand("deploy", PASSWORD);
    settings(mirror(PASSWORD));
    installed(install());
    assertThat(repository.requests())
        .noneMatch(request -> request.contains("lockstep-runtime") || request.contains("slf4j"));
    assertThat(install())
        .isEqualTo(
            new Result(
                0, "", "The integration 'vault' is installed already, version " + VERSION + ".\n"));

    assertThat(lockstep.run("integration", "list").out())
        .containsPattern("vault +yes +" + VERSION + " +\\d+ KiB +secrets-manager vault\n");
    assertThat(lockstep.run("integration", "list", "-o", "yaml").out())
        .contains("artifact: \"dev.lockstep:lockstep-vault:" + VERSION + "\"", "jars: 2");
    assertThat(Files.readString(lockstep.home().resolve("integrations/installed.yaml")))
        .contains("clash:library:2 (corp)")
        .doesNotContain(PASSWORD)
        .doesNotContain("localhost");
    assertThat(lockstep.run("secrets-manager", "flavor", "describe", "vault").out())
        .contains("Says what it sees.", "address");
    Result doctor = lockstep.run("doctor");
    assertThat(doctor.out())
        .contains("'vault' " + VERSION + " is installed, and nothing of it is missing.");

    assertThat(lockstep.run("secrets-manager", "register", "v", "-f", "vault").exitCode()).isZero();
    lockstep.run("stack", "copy", "default", "prod");
    lockstep.run("stack", "update", "prod", "-x", "v");
    assertThat(lockstep.run("secret", "get", "x", "edition", "--reveal", "--stack", "prod"))
        .isEqualTo(new Result(0, "2\n", ""));

    assertThat(lockstep.run("integration", "uninstall", "vault", "-y"))
        .isEqualTo(
            new Result(
                2,
                "",
                "error: Nothing was uninstalled: the integration 'vault' is used by the secrets"
                    + " manager 'v'.\n  Fix: delete it first: lockstep secrets-manager delete v\n"));
    lockstep.run("stack", "delete", "prod", "-y");
    lockstep.run("secrets-manager", "delete", "v", "-y");
    assertThat(lockstep.run("integration", "uninstall", "vault").err())
        .contains("This asks before it changes anything");
    assertThat(lockstep.run("integration", "uninstall", "vault", "-y"))
        .isEqualTo(new Result(0, "", "Uninstalled the integration 'vault'.\n"));
    assertThat(lockstep.home().resolve("integrations/vault")).doesNotExist();
    assertThat(lockstep.run("integration", "uninstall", "vault", "-y"))
        .isEqualTo(new Result(0, "", "The integration 'vault' is not installed.\n"));
  }

  @Test
  void anotherVersionOrADamagedOneIsToldAndReplaced() throws Exception {
    installed(install());
    Path file = lockstep.home().resolve("integrations/installed.yaml");
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("lockstep: \\S+", "lockstep: \"0.0.9\""));
    Result listed = lockstep.run("integration", "list");
    assertThat(listed.out()).contains("vault        not usable  ");
    assertThat(listed.err())
        .startsWith("The integration 'vault' cannot be used: it was installed by lockstep 0.0.9")
        .contains("Fix: lockstep integration install vault");
    assertThat(lockstep.run("secrets-manager", "register", "v", "-f", "vault").err())
        .contains("Fix: lockstep integration install vault");
    assertThat(lockstep.run("doctor").out())
        .contains("'vault' " + VERSION + " cannot be used: it was installed by lockstep 0.0.9")
        .contains("    Fix: lockstep integration install vault");
    installed(install());
    assertThat(lockstep.run("integration", "list").out()).doesNotContain("not usable");

    repository.requests().clear();
    installed(install("--reinstall"));
  }

  @Test
  void severalAreInstalledThoughOneIsNotThere() throws Exception {
    Result result = lockstep.run("integration", "install", "aws", "vault", "vault");
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("error: The integration 'aws' was not installed: dev.lockstep:"),
            line -> assertThat(line).startsWith("  Fix: "),
            line -> assertThat(line).startsWith("Installed the integration 'vault'"));
  }

  @Test
  void anArtifactThatBringsSomethingElseIsRefused() throws Exception {
    VaultArtifacts artifacts = new VaultArtifacts(folder);
    artifacts.publish(repository, "azure", artifacts.flavor("vault"));
    Result result = lockstep.run("integration", "install", "azure");
    assertThat(result.err())
        .contains("does not bring the secrets manager flavor 'azure'.")
        .contains("Fix: use the version of lockstep that it belongs to");
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(lockstep.run("integration", "list").out()).contains("azure        no ");
  }

  @Test
  void aJarThatIsDamagedInTheLocalRepositoryIsToldWithItsPath() throws Exception {
    installed(install());
    lockstep.run("integration", "uninstall", "vault", "-y");
    Path jar = m2().resolve("repository/clash/library/2/library-2.jar");
    Files.write(jar, new byte[] {'P', 'K'});
    assertThat(failed(install()))
        .contains(
            "clash:library:2 is damaged in the local repository.\n  Fix: rm "
                + jar
                + " and repeat.");
    Files.delete(jar);
    installed(install());
  }

  @Test
  void aHomeOrALocalRepositoryThatCannotBeWrittenIsTold() throws Exception {
    Files.createDirectories(lockstep.home());
    Files.writeString(lockstep.home().resolve("integrations"), "in the way");
    assertThat(failed(install()))
        .contains("Cannot read " + lockstep.home().resolve("integrations/installed.yaml"))
        .contains("Fix: move away the file that stands where a folder is needed");
    Files.delete(lockstep.home().resolve("integrations"));

    settings(
        "<localRepository>" + m2().resolve("settings.xml") + "</localRepository>" + mirror(""));
    assertThat(refused(install()))
        .contains("be written to the local repository " + m2().resolve("settings.xml"));
  }
}
