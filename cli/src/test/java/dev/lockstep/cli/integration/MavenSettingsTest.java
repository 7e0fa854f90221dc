package dev.lockstep.cli.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where integrations are installed from: the repositories of the user's settings of Maven. */
class MavenSettingsTest extends InstallsVault {
  /** What {@code mvn --encrypt-master-password} and {@code --encrypt-password} made of some. */
  private static final String MASTER = "{tM4ZZ9OSg7QHCRvQh8dRcPzTlnTCR/0gjpgMm2mv0ZE=}";

  private static final String ENCRYPTED =
      "{3++Q/K1+WWUHOUR5GAL90uTYki4DvgbG8YKJNfBy7zAq2JyIbGc6cbk1bFB/0sxG}";

  MavenSettingsTest(@TempDir Path folder) throws IOException {
    super(folder);
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
  void wrongCredentialsAreToldWithoutThem() throws Exception {
    repository.demand("deploy", "another");
    settings(mirror(PASSWORD));
    assertThat(refused(install()))
        .contains("was refused by 'corp' (" + repository.url() + ") (HTTP 401)")
        .contains("Fix: give the credentials for the server 'corp' in Maven's settings.");
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
  void settingsThatCannotBeReadAreToldByTheirLineAndNothingOfThemIsShown() throws Exception {
    Files.writeString(
        m2().resolve("settings.xml"),
        "<settings>\n<servers><server><password>" + PASSWORD + "</passwort></server></servers>\n");
    assertThat(refused(install()))
        .startsWith("error: Maven's settings cannot be read: " + m2().resolve("settings.xml"))
        .contains(", line 2, column ");
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
  void aBlockedMirrorIsTold() throws Exception {
    settings(
        "<mirrors><mirror><id>no</id><mirrorOf>*</mirrorOf><url>http://0.0.0.0/</url>"
            + "<blocked>true</blocked></mirror></mirrors>"
            + profile("http://nowhere.invalid/maven2"));
    assertThat(refused(install())).contains("Maven's settings block 'no' (http://0.0.0.0/)");
  }

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
}
