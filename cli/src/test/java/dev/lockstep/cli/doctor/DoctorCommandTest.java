package dev.lockstep.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  private static final String PIPELINE =
      "{\"format\": 1, \"name\": \"churn\", \"class\": \"shop.Churn\", \"runner\": \"shop.Run\"}";

  private final Path folder;
  private final Lockstep lockstep;

  DoctorCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    jdk("jdk", "17.0.1");
    Files.createDirectories(folder.resolve("bin"));
    executable("bin/mvn");
    this.lockstep =
        Lockstep.in(folder)
            .with("JAVA_HOME", folder.resolve("jdk").toString())
            .with("PATH", folder.resolve("bin").toString())
            .with("LC_ALL", "C.UTF-8");
  }

  @Test
  void aFreshMachineIsFineAndStaysAsItIs() throws IOException {
    Result result = lockstep.run("doctor");
    assertThat(result.exitCode()).as(result.out()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines()).allMatch(line -> line.startsWith("ok "));
    assertThat(result.out())
        .contains("The active stack is 'default', named by default.")
        .contains("is of JDK 17 (JAVA_HOME).")
        .contains("Set: LOCKSTEP_HOME.");
    assertThat(lockstep.home()).doesNotExist();
  }

  @Test
  void nothingIsChangedAndNoValueShown() throws IOException {
    lockstep.run("secret", "register", "warehouse", "--password=hunter2");
    lockstep.run("runs", "list");
    Map<String, String> before = contents();
    Result result = lockstep.with("LOCKSTEP_TOKEN", "hunter3").run("doctor", "-o", "json");
    assertThat(result.exitCode()).as(result.out()).isZero();
    assertThat(result.all()).doesNotContain("hunter");
    assertThat(result.out())
        .contains("\"check\" : \"secrets\"", "\"state\" : \"ok\"", "\"fix\" : \"\"")
        .contains("lists 1, and its key fits.");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void javaAndMavenAreLookedFor() throws IOException {
    Result none = lockstep.with("JAVA_HOME", folder.resolve("none").toString()).run("doctor");
    assertThat(none.exitCode()).isEqualTo(3);
    assertThat(none.out())
        .contains("where there is no compiler (bin/javac).\n    Fix: set JAVA_HOME");
    jdk("old", "1.8.0_202");
    assertThat(lockstep.with("JAVA_HOME", folder.resolve("old").toString()).run("doctor").out())
        .contains("is of JDK 8 (JAVA_HOME), and Lockstep needs 17.");
    Result empty = lockstep.with("JAVA_HOME", "").with("PATH", "/none").run("doctor");
    assertThat(empty.exitCode()).isEqualTo(3);
    assertThat(empty.out())
        .contains("problem  javac")
        .contains("warning  maven")
        .contains("install Maven 3.8.1 or newer");
  }

  @Test
  void aPassphraseThatWillBeAskedForIsToldAndIsNoProblem() {
    lockstep.run("secrets-manager", "register", "team", "-f", "local", "--key-from=passphrase");
    lockstep.run("stack", "update", "default", "-x", "team");
    Result result = lockstep.run("doctor");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("warning  secrets-manager", "Fix: read -rs LOCKSTEP_PASSPHRASE && export");
  }

  @Test
  void whatOthersCanReadIsToldWithItsCure() throws IOException {
    lockstep.run("secret", "register", "warehouse", "--password=hunter2");
    Path key = lockstep.home().resolve("secrets/default.key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(lockstep.home(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Result result = lockstep.run("doctor");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out())
        .contains("warning  home", "Fix: chmod go-rwx " + lockstep.home() + "\n")
        .contains("problem  home", "Fix: chmod go-rwx " + key + " (and replace the secrets")
        .contains("problem  secrets");
    Files.delete(key);
    assertThat(lockstep.run("doctor").out())
        .contains("The key file " + key + " is missing, and the secrets in");
  }

  @Test
  void aBrokenConfigurationIsAFindingAndNotTheEnd() throws IOException {
    Files.createDirectories(lockstep.home());
    Files.writeString(lockstep.home().resolve("config.yaml"), "format: 9\n");
    Result result = lockstep.run("doctor");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out())
        .contains("problem  configuration")
        .contains("the format is not 1, the only one that this version")
        .contains("    Fix: correct that line");
  }

  @Test
  void theActiveStackAndItsReferencesAreChecked() throws IOException {
    Result unknown = lockstep.with("LOCKSTEP_STACK", "prdo").run("doctor");
    assertThat(unknown.exitCode()).isEqualTo(3);
    assertThat(unknown.out())
        .contains("There is no stack 'prdo', which is named by LOCKSTEP_STACK.");

    Files.createDirectories(lockstep.home());
    Files.writeString(
        lockstep.home().resolve("config.yaml"),
        """
        format: 1
        active_stack: prod
        components:
          artifact-store:
            files:
              flavor: local
              attributes:
                path: "/tmp/{{where.folder}}"
          orchestrator:
            far:
              flavor: moon
        stacks:
          prod:
            orchestrator: default
            artifact-store: files
            metadata-store: default
            secrets-manager: default
        """);
    Result result = lockstep.run("doctor");
    assertThat(result.exitCode()).as(result.out()).isEqualTo(3);
    assertThat(result.out())
        .contains("named by " + lockstep.home().resolve("config.yaml"))
        .contains("warning  orchestrator")
        .contains("There is no orchestrator flavor 'moon'.")
        .contains(
            "{{where.folder}} names a secret that is not there; it stands in 'path' of the artifact"
                + " store 'files'.\n    Fix: lockstep secret register where --folder=@FILE\n");
    lockstep.run("secret", "register", "where", "--folder=x");
    Result mended = lockstep.run("doctor");
    assertThat(mended.exitCode()).as(mended.out()).isZero();
    assertThat(mended.out()).contains("1 references to secrets resolve.");
  }

  @Test
  void variablesThatMeanNothingGetASuggestion() {
    Result result = lockstep.with("LOCKSTEP_STAK", "prod-value").run("doctor");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains(
            "The variable LOCKSTEP_STAK means nothing to Lockstep. Did you mean 'LOCKSTEP_STACK'?")
        .doesNotContain("prod-value");
  }

  @Test
  void aLockThatSomeoneHoldsIsFound() throws IOException {
    lockstep.run("stack", "set", "default");
    Path lock = lockstep.home().resolve(".config.yaml.lock");
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      Result result = lockstep.run("doctor");
      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(result.out()).contains("Another process holds " + lock, "fuser " + lock);
    }
  }

  @Test
  void thePitfallsOfTheProcessorAreTold() throws IOException {
    pom("lockstep-runtime");
    assertThat(lockstep.run("doctor").out())
        .contains("does not name lockstep-processor, so no runner is generated.")
        .contains("    <annotationProcessorPaths>\n");

    pom("lockstep-runtime", "lockstep-processor");
    Result old = lockstep.run("doctor");
    assertThat(old.exitCode()).isZero();
    assertThat(old.out()).contains("warning  build", "on the class path only");
    jdk("new", "25.0.1");
    Result fresh = lockstep.with("JAVA_HOME", folder.resolve("new").toString()).run("doctor");
    assertThat(fresh.exitCode()).isEqualTo(3);
    assertThat(fresh.out()).contains("do not look for processors; this one is 25.");

    write("pom.xml", Files.readString(folder.resolve("pom.xml")) + "<!-- -proc:none -->");
    assertThat(lockstep.run("doctor").exitCode()).isZero();
    write("pom.xml", Files.readString(folder.resolve("pom.xml")) + "<arg>-proc:none</arg>");
    assertThat(lockstep.run("doctor").out()).contains("switches annotation processors off");
  }

  @Test
  void mixedVersionsAreTold() throws IOException {
    write(
        "pom.xml",
        "<project><properties><v>1.1</v></properties><dependency>"
            + "<artifactId>lockstep-runtime</artifactId><version>1.0</version></dependency>"
            + "<annotationProcessorPaths><path><artifactId>lockstep-processor</artifactId>"
            + "<version>${v}</version></path></annotationProcessorPaths></project>");
    Result result = lockstep.run("doctor");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out())
        .contains("mixes versions of Lockstep: {lockstep-processor=1.1, lockstep-runtime=1.0}.");
  }

  @Test
  void compiledPipelinesAreComparedWithWhatTheyCameFrom() throws IOException {
    write("target/classes/shop/Churn.class", "Ldev/lockstep/Pipeline;");
    Result unseen = lockstep.run("doctor", "target/classes");
    assertThat(unseen.exitCode()).isEqualTo(3);
    assertThat(unseen.out())
        .contains("shop.Churn in " + folder.resolve("target/classes") + " is marked with @Pipeline")
        .contains("lockstep-processor did not run.");

    write("target/classes/META-INF/lockstep/shop.Churn.json", PIPELINE);
    assertThat(lockstep.run("doctor", "target/classes").out())
        .contains("describes the pipeline 'churn', but shop.Run is not in it.");
    write("target/classes/shop/Run.class", "");
    assertThat(lockstep.run("doctor", "target/classes").exitCode()).isZero();

    write("src/main/java/shop/Churn.java", "");
    FileTime future = FileTime.fromMillis(System.currentTimeMillis() + 60_000);
    Files.setLastModifiedTime(folder.resolve("src/main/java/shop/Churn.java"), future);
    assertThat(lockstep.run("doctor", "target/classes").out())
        .contains("src/main/java/shop/Churn.java was changed after it was compiled.");
    Files.delete(folder.resolve("src/main/java/shop/Churn.java"));
    Files.setLastModifiedTime(
        folder.resolve("target/classes/shop/Run.class"), FileTime.fromMillis(1_000_000));
    assertThat(lockstep.run("doctor", "target/classes").out())
        .contains("The runner of 'churn' is older than its class");

    write("target/classes/META-INF/lockstep/shop.Churn.json", "{\"format\": 9}");
    Result newer = lockstep.run("doctor", "target/classes");
    assertThat(newer.exitCode()).isEqualTo(3);
    assertThat(newer.out()).contains("has format 9");
    Result nowhere = lockstep.run("doctor", "nowhere");
    assertThat(nowhere.exitCode()).isEqualTo(2);
  }

  private void pom(String... artifacts) throws IOException {
    StringBuilder text = new StringBuilder("<project>");
    for (String artifact : artifacts) {
      text.append("<dependency><groupId>dev.lockstep</groupId><artifactId>").append(artifact);
      text.append("</artifactId><version>1</version></dependency>");
    }
    write("pom.xml", text.append("</project>").toString());
  }

  private void jdk(String name, String version) throws IOException {
    write(name + "/release", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    Files.createDirectories(folder.resolve(name + "/bin"));
    executable(name + "/bin/javac");
  }

  private void executable(String name) throws IOException {
    write(name, "#!/bin/sh\n");
    assertThat(folder.resolve(name).toFile().setExecutable(true)).isTrue();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(lockstep.home())) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        contents.put(
            file.toString(), Files.readString(file) + Files.getLastModifiedTime(file).toMillis());
      }
    }
    return contents;
  }
}
