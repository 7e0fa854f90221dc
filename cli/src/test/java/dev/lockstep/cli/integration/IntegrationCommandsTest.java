package dev.lockstep.cli.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.text.RuntimeVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrationCommandsTest {
  private static final String VERSION = VaultArtifacts.VERSION;
  private static final String PASSWORD = "hunter2-of-the-mirror";

  /** What {@code mvn --encrypt-master-password} and {@code --encrypt-password} made of some. */
  private static final String MASTER = "{tM4ZZ9OSg7QHCRvQh8dRcPzTlnTCR/0gjpgMm2mv0ZE=}";

  private static final String ENCRYPTED =
      "{3++Q/K1+WWUHOUR5GAL90uTYki4DvgbG8YKJNfBy7zAq2JyIbGc6cbk1bFB/0sxG}";

  private final Path folder;
  private final InProcess lockstep;
  private final MavenRepository repository;

  IntegrationCommandsTest(@TempDir Path folder) throws IOException {
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

  // ---- settings

  private Path m2() {
    return folder.resolve("user/.m2");
  }

  private void settings(String elements) throws IOException {
    Files.createDirectories(m2());
    Files.writeString(m2().resolve("settings.xml"), "<settings>" + elements + "</settings>");
  }

  /** The repository of the test in place of every other one; a profile because of snapshots. */
  private String mirror(String password) {
    return """
        <servers><server><id>corp</id><username>deploy</username><password>%s</password></server></servers>
        <mirrors><mirror><id>corp</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors>
        %s
        """
        .formatted(password, repository.url(), profile("http://nowhere.invalid/maven2"));
  }

  private static String profile(String url) {
    return """
        <profiles><profile><id>p</id><repositories><repository>
          <id>team</id><url>%s</url><snapshots><enabled>true</enabled></snapshots>
        </repository></repositories></profile></profiles>
        <activeProfiles><activeProfile>p</activeProfile></activeProfiles>
        """
        .formatted(url);
  }

  // ---- calls

  private Result install(String... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "integration";
    arguments[1] = "install";
    arguments[2] = "vault";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return lockstep.run(arguments);
  }

  private void installed(Result result) {
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err())
        .startsWith("Installed the integration 'vault', version " + VERSION + " (2 jars, ")
        .endsWith("). Use it: lockstep secrets-manager register NAME -f vault\n");
  }

  /** Refused with a message, and nothing of it is left. */
  private String refused(Result result) throws IOException {
    assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
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

  // ---- what is there

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

  // ---- installing

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
  void encryptedCredentialsAreDecryptedAsMavenDoes() throws Exception {
    repository.demand("deploy", PASSWORD);
    settings(mirror(ENCRYPTED));
    Files.writeString(
        m2().resolve("settings-security.xml"),
        "<settingsSecurity><master>" + MASTER + "</master></settingsSecurity>");
    installed(install());
  }

  @Test
  void aPasswordThatCannotBeDecryptedIsToldAsWhatItIs() throws Exception {
    repository.demand("deploy", PASSWORD);
    settings(mirror(ENCRYPTED));
    assertThat(refused(install()))
        .contains("(HTTP 401): the encrypted password of the server 'corp'", "be decrypted")
        .contains("Fix: put the master password that it was encrypted with into")
        .doesNotContain(ENCRYPTED);
  }

  @Test
  void credentialsMayComeFromAVariable() throws Exception {
    repository.demand("deploy", PASSWORD);
    settings(mirror("${env.CORP_PASSWORD}"));
    lockstep.with("CORP_PASSWORD", PASSWORD);
    installed(install());
  }

  @Test
  void aProxyIsUsedWithItsCredentials() throws Exception {
    repository.demandAsProxy("me", PASSWORD);
    String proxy =
        """
        <proxies><proxy><id>p</id><active>true</active><protocol>http</protocol><host>localhost</host>
        <port>%d</port><username>me</username><password>%s</password></proxy></proxies>
        """;
    settings(
        proxy.formatted(repository.port(), "wrong")
            + profile("http://repository.invalid/maven2")
            + noCentral("http://repository.invalid/maven2"));
    assertThat(refused(install()))
        .contains("the proxy wants credentials (HTTP 407)")
        .contains("('http://repository.invalid/maven2')".replace("'", ""));
    settings(
        proxy.formatted(repository.port(), PASSWORD)
            + profile("http://repository.invalid/maven2")
            + noCentral("http://repository.invalid/maven2"));
    installed(install());
    assertThat(repository.requests())
        .anyMatch(request -> request.startsWith("GET http://repository.invalid/maven2/dev/lock"));
  }

  private static String noCentral(String url) {
    return "<mirrors><mirror><id>c</id><mirrorOf>central</mirrorOf><url>%s</url></mirror></mirrors>"
        .formatted(url);
  }

  @Test
  void theSettingsOfTheMavenOnThePathCountAndSoDoesAnotherLocalRepository() throws Exception {
    Files.delete(m2().resolve("settings.xml"));
    Path maven = folder.resolve("maven");
    Files.createDirectories(maven.resolve("bin"));
    Files.createDirectories(maven.resolve("conf"));
    Files.writeString(maven.resolve("bin/mvn"), "#!/bin/sh\n");
    assertThat(maven.resolve("bin/mvn").toFile().setExecutable(true)).isTrue();
    Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(folder.resolve("bin/mvn"), maven.resolve("bin/mvn"));
    Files.writeString(
        maven.resolve("conf/settings.xml"),
        "<settings><localRepository>"
            + folder.resolve("elsewhere")
            + "</localRepository>"
            + mirror("")
            + "</settings>");
    lockstep.with("PATH", "/nowhere:" + folder.resolve("bin"));
    installed(install());
    assertThat(folder.resolve("elsewhere/clash/library/2/library-2.jar")).exists();
    assertThat(m2().resolve("repository")).doesNotExist();
  }

  @Test
  void otherSettingsAreGivenByName() throws Exception {
    Files.move(m2().resolve("settings.xml"), folder.resolve("ci.xml"));
    installed(install("--settings", folder.resolve("ci.xml").toString()));
  }

  @Test
  void whatIsInTheLocalRepositoryIsInstalledOffline() throws Exception {
    settings("<offline>true</offline>" + mirror(""));
    assertThat(refused(install()))
        .contains(
            "dev.lockstep:lockstep-vault:"
                + VERSION
                + " is not in the local repository "
                + m2().resolve("repository")
                + ", and Maven is set to offline.\n  Fix: remove <offline> from");
    assertThat(repository.requests()).isEmpty();

    settings(mirror(""));
    installed(install());
    lockstep.run("integration", "uninstall", "vault", "-y");
    settings("<offline>true</offline>" + mirror(""));
    repository.requests().clear();
    installed(install());
    assertThat(repository.requests()).isEmpty();
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

  // ---- what goes wrong

  @Test
  void whatNoRepositoryHasIsToldWithWhereItWasLookedFor() throws Exception {
    assertThat(lockstep.run("integration", "install", "gcp").err())
        .isEqualTo(
            "error: The integration 'gcp' was not installed: dev.lockstep:lockstep-gcp:"
                + VERSION
                + " is neither in the local repository "
                + m2().resolve("repository")
                + " nor in 'corp' ("
                + repository.url()
                + ").\n  Fix: name the repository that has it in Maven's settings.\n");
    repository.remove("clash/library/2/library-2.jar");
    assertThat(refused(install()))
        .contains(
            "clash:library:2, which dev.lockstep:lockstep-vault:"
                + VERSION
                + " needs, is neither in the local repository")
        .contains("Fix: name a repository that has it in Maven's settings.");
    repository.remove("clash/library/2/library-2.pom");
    assertThat(refused(install())).contains("clash:library:2, which dev.lockstep:");
  }

  @Test
  void wrongCredentialsAreToldWithoutThem() throws Exception {
    repository.demand("deploy", "another");
    settings(mirror(PASSWORD));
    assertThat(refused(install()))
        .contains("was refused by 'corp' (" + repository.url() + ") (HTTP 401)")
        .contains("Fix: give the credentials for the server 'corp' in Maven's settings.");
  }

  @Test
  void aWrongChecksumATruncatedJarAndABrokenServerAreToldAndMended() throws Exception {
    repository.fail("library-2.jar.sha1", MavenRepository.Fault.WRONG_CHECKSUM);
    assertThat(refused(install()))
        .contains("clash:library:2, which", "needs, does not have the checksum that 'corp' (");
    repository.heal();
    repository.fail("library-2.jar", MavenRepository.Fault.TRUNCATED);
    assertThat(refused(install())).contains("cannot be downloaded from 'corp' (");
    repository.heal();
    repository.fail("library-2.jar", MavenRepository.Fault.SERVER_ERROR);
    assertThat(refused(install())).contains("cannot be downloaded from 'corp' (", "(HTTP 503)");
    repository.heal();
    repository.remove("clash/library/2/library-2.jar.sha1");
    assertThat(refused(install())).contains("does not have the checksum that 'corp' (");
    new VaultArtifacts(folder).publish(repository);
    installed(install());
  }

  @Test
  void aServerThatCannotBeReachedIsTold() throws Exception {
    repository.close();
    assertThat(refused(install()))
        .contains("cannot be downloaded from 'corp' (" + repository.url() + ") (ConnectException)")
        .contains("Fix: look whether that address can be reached from here");
  }

  @Test
  void aBlockedMirrorIsTold() throws Exception {
    settings(
        "<mirrors><mirror><id>no</id><mirrorOf>*</mirrorOf><url>http://0.0.0.0/</url>"
            + "<blocked>true</blocked></mirror></mirrors>"
            + profile("http://nowhere.invalid/maven2"));
    assertThat(refused(install())).contains("Maven's settings block 'no' (http://0.0.0.0/)");
  }

  @Test
  void settingsThatCannotBeReadAreToldByTheirLineAndNothingOfThemIsShown() throws Exception {
    Files.writeString(
        m2().resolve("settings.xml"),
        "<settings>\n<servers><server><password>" + PASSWORD + "</passwort></server></servers>\n");
    assertThat(refused(install()))
        .startsWith("error: Maven's settings cannot be read: " + m2().resolve("settings.xml"))
        .contains(", line 2, column ");
  }

  @Test
  void aJarThatIsDamagedInTheLocalRepositoryIsToldWithItsPath() throws Exception {
    installed(install());
    lockstep.run("integration", "uninstall", "vault", "-y");
    Path jar = m2().resolve("repository/clash/library/2/library-2.jar");
    Files.write(jar, new byte[] {'P', 'K'});
    assertThat(refused0(install()))
        .contains(
            "clash:library:2 is damaged in the local repository.\n  Fix: rm "
                + jar
                + " and repeat.");
    Files.delete(jar);
    installed(install());
  }

  private static String refused0(Result result) {
    assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
    return result.err();
  }

  @Test
  void aHomeOrALocalRepositoryThatCannotBeWrittenIsTold() throws Exception {
    Files.createDirectories(lockstep.home());
    Files.writeString(lockstep.home().resolve("integrations"), "in the way");
    assertThat(refused0(install()))
        .contains("Cannot read " + lockstep.home().resolve("integrations/installed.yaml"))
        .contains("Fix: move away the file that stands where a folder is needed");
    Files.delete(lockstep.home().resolve("integrations"));

    settings(
        "<localRepository>" + m2().resolve("settings.xml") + "</localRepository>" + mirror(""));
    assertThat(refused(install()))
        .contains("be written to the local repository " + m2().resolve("settings.xml"));
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
}
