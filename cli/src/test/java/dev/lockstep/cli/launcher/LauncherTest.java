package dev.lockstep.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script, in a checkout whose Maven and Java are scripts that write down how they are called.
 */
class LauncherTest {
  private static final String COMMIT = "1111111111111111111111111111111111111111";
  private static final String NEXT = "2222222222222222222222222222222222222222";

  private record Result(int exitCode, String out, String err) {}

  private final Path folder;
  private final Path checkout;

  LauncherTest(@TempDir Path folder) {
    this.folder = folder;
    this.checkout = folder.resolve("a checkout");
  }

  @BeforeEach
  void makeCheckout() throws IOException {
    Files.createDirectories(checkout.resolve(".git/refs/heads"));
    Files.writeString(checkout.resolve(".git/HEAD"), "ref: refs/heads/main\n");
    Files.writeString(checkout.resolve(".git/refs/heads/main"), COMMIT + "\n");
    Files.createDirectories(checkout.resolve("cli"));
    Files.copy(Path.of("..", "lockstep"), checkout.resolve("lockstep"));
    executable(
        folder.resolve("bin/mvn"),
        """
        #!/bin/sh
        echo "mvn $*" >> "$LOG"
        [ -n "$MVN_FAILS" ] && { echo "[ERROR] no"; exit 1; }
        sleep 1
        mkdir -p cli/target/lib/resolver && touch cli/target/lib/resolver/maven.jar
        touch cli/target/lib/lockstep-cli.jar cli/target/lib/other.jar
        """);
    java("java");
    java("jdk2/bin/java");
  }

  private void java(String name) throws IOException {
    executable(
        name.equals("java") ? folder.resolve("bin/java") : folder.resolve(name),
        """
        #!/bin/sh
        for argument; do
          case $argument in
            -XX:ArchiveClassesAtExit=*) touch "${argument#*=}"; echo train >> "$LOG"; exit 0 ;;
          esac
        done
        echo "java $0"
        echo "locale $LC_ALL"
        [ -n "$READS" ] && read -r line && echo "input $line"
        for argument; do echo "[$argument]"; done
        exit 5
        """);
  }

  @Test
  void theFirstUseBuildsAndTheNextOnesOnlyStartTheJvm() throws Exception {
    Result first = run(checkout, checkout + "/lockstep", "secret", "get", "a b", "");
    assertThat(first.exitCode()).as(first.err()).isEqualTo(5);
    assertThat(first.err())
        .isEqualTo("lockstep: building the command line (only now and after an update) ...\n");
    Path built = checkout.toRealPath().resolve("cli/target/launcher");
    assertThat(first.out())
        .contains("[-XX:SharedArchiveFile=" + built + "/jdk-1/classes.jsa]\n")
        .contains("[-Dlockstep.terminal=]\n")
        .contains("[-Dlockstep.checkout=" + checkout.toRealPath() + "]\n")
        .contains("[" + built + "/lib/lockstep-cli.jar:" + built + "/lib/other.jar]\n")
        .endsWith("[dev.lockstep.cli.Main]\n[secret]\n[get]\n[a b]\n[]\n");
    assertThat(log())
        .containsExactly(
            "mvn -q -B -Dstyle.color=never -Pquick,launcher -DskipTests -pl cli -am package",
            "train");

    Result second = run(folder, "a checkout/lockstep", "secret", "get", "a b", "");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, Path.of("a checkout", "lockstep"));
    assertThat(run(folder, link.toString(), "secret", "get", "a b", "").out())
        .isEqualTo(first.out());
    assertThat(log()).hasSize(2);
  }

  @Test
  void theResolverIsOnTheClassPathOfItsCommandAloneBehindWhatTheArchiveHas() throws Exception {
    run(checkout, "./lockstep");
    Path lib = checkout.toRealPath().resolve("cli/target/launcher/lib");
    String always = lib + "/lockstep-cli.jar:" + lib + "/other.jar";
    assertThat(run(checkout, "./lockstep", "secret", "list").out()).contains("[" + always + "]\n");
    assertThat(run(checkout, "./lockstep", "--debug", "integration", "install", "aws").out())
        .contains("[" + always + ":" + lib + "/resolver/*]\n")
        .contains("/jdk-1/classes.jsa]\n");
    assertThat(lib.resolve("resolver/maven.jar")).exists();
  }

  @Test
  void anotherCommitIsBuiltAnewHoweverGitKeepsIt() throws Exception {
    run(checkout, "./lockstep");
    Files.delete(checkout.resolve(".git/refs/heads/main"));
    Files.writeString(
        checkout.resolve(".git/packed-refs"), "# pack-refs\n" + COMMIT + " refs/heads/main\n");
    assertThat(run(checkout, "./lockstep").err()).isEmpty();
    Files.writeString(checkout.resolve(".git/HEAD"), COMMIT + "\n");
    assertThat(run(checkout, "./lockstep").err()).isEmpty();

    // A worktree: .git is a file, and the refs are where the main checkout has them.
    Path main = folder.resolve("main.git");
    Files.move(checkout.resolve(".git"), main);
    Files.createDirectories(main.resolve("worktrees/w"));
    Files.writeString(checkout.resolve(".git"), "gitdir: " + main + "/worktrees/w\n");
    Files.writeString(main.resolve("worktrees/w/commondir"), "../..\n");
    Files.writeString(main.resolve("worktrees/w/HEAD"), "ref: refs/heads/topic\n");
    Files.writeString(main.resolve("refs/heads/topic"), COMMIT + "\n");
    assertThat(run(checkout, "./lockstep").err()).isEmpty();

    Files.writeString(main.resolve("refs/heads/topic"), NEXT + "\n");
    assertThat(run(checkout, "./lockstep").err()).contains("building");
    assertThat(run(checkout, "./lockstep").err()).isEmpty();
    assertThat(log()).filteredOn(line -> line.startsWith("mvn")).hasSize(2);
  }

  @Test
  void completionBuildsNothingAndMakesNoArchive() throws Exception {
    assertThat(run(checkout, "./lockstep", "__complete", "bash", "sec"))
        .isEqualTo(new Result(0, "", ""));
    assertThat(folder.resolve("log")).doesNotExist();

    run(checkout, "./lockstep");
    Files.writeString(checkout.resolve(".git/refs/heads/main"), NEXT + "\n");
    Result old = run(checkout, "./lockstep", "__complete", "bash", "sec");
    assertThat(old.err()).isEmpty();
    assertThat(old.out()).endsWith("[__complete]\n[bash]\n[sec]\n");
    assertThat(log()).hasSize(2);
  }

  @Test
  void aWorkingFolderThatWasDeletedIsTold() throws Exception {
    run(checkout, "./lockstep");
    Result result =
        run(
            folder,
            "sh",
            "-c",
            "mkdir gone && cd gone && rmdir ../gone && exec \"$1\" version",
            "sh",
            checkout + "/lockstep");
    assertThat(result.exitCode()).isEqualTo(2);
    // Some shells say so themselves, too; others still know what the folder was called.
    assertThat(result.err()).contains("lockstep: the working folder ");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void everyJdkHasAnArchiveOfItsOwn() throws Exception {
    run(checkout, "./lockstep");
    Map<String, String> other = Map.of("JAVA_HOME", folder.resolve("jdk2").toString());
    assertThat(run(checkout, other, "./lockstep").out())
        .startsWith("java " + folder.resolve("jdk2/bin/java"))
        .contains("/jdk-2/classes.jsa]");
    assertThat(run(checkout, "./lockstep").out()).contains("/jdk-1/classes.jsa]");
    assertThat(run(checkout, other, "./lockstep").out()).contains("/jdk-2/classes.jsa]");
    assertThat(log()).hasSize(3);

    Result none = run(checkout, Map.of("JAVA_HOME", "/nowhere"), "./lockstep");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).isEqualTo("lockstep: there is no Java in JAVA_HOME (/nowhere)\n");
  }

  @Test
  void theFolderIsFoundWhateverCdpathSays() throws Exception {
    Files.createDirectories(folder.resolve("elsewhere/a checkout/cli"));
    Map<String, String> environment = Map.of("CDPATH", folder.resolve("elsewhere").toString());
    Result result = run(folder, environment, "a checkout/lockstep");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(5);
    assertThat(result.out())
        .startsWith("java ")
        .contains("[-Dlockstep.checkout=" + checkout.toRealPath() + "]");
    assertThat(folder.resolve("elsewhere/a checkout/cli")).isEmptyDirectory();
  }

  @Test
  void argumentsAreUtf8InEveryLocale() throws Exception {
    for (String locale : new String[] {"", "C", "POSIX", "de_DE", "C.UTF-8"}) {
      Result result =
          run(checkout, Map.of("LC_ALL", locale, "LANG", "C"), "./lockstep", "Zo\u00eb");
      assertThat(result.out()).as(locale).contains("locale C.UTF-8\n");
    }
    Map<String, String> kept = Map.of("LC_ALL", "", "LC_CTYPE", "de_DE.UTF-8", "LANG", "xx_XX");
    assertThat(run(checkout, kept, "./lockstep").out()).contains("locale \n");
  }

  @Test
  void aClosedStandardInputIsEmpty() throws Exception {
    run(checkout, "./lockstep");
    // Had the JVM's first file become its input, something would be read.
    Result result = run(checkout, Map.of("READS", "1"), "/bin/sh", "-c", "./lockstep x <&-");
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("[x]\n").doesNotContain("input ");
    assertThat(run(checkout, Map.of("READS", "1"), "/bin/sh", "-c", "echo y | ./lockstep x").out())
        .contains("input y\n");
  }

  @Test
  void aFailedBuildIsShownAndTriedAgain() throws Exception {
    Result failed = run(checkout, Map.of("MVN_FAILS", "1"), "./lockstep");
    assertThat(failed.exitCode()).isEqualTo(4);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).contains("[ERROR] no", "the build failed; Maven's messages are above");
    assertThat(checkout.resolve("cli/target/launcher.lock")).doesNotExist();
    assertThat(run(checkout, "./lockstep").exitCode()).isEqualTo(5);
  }

  @Test
  void firstUsesAtTheSameTimeBuildOnce() throws Exception {
    // What a killed build leaves is no lock.
    Files.createDirectories(checkout.resolve("cli/target/launcher.lock"));
    Files.writeString(checkout.resolve("cli/target/launcher.lock/pid"), "999999999\n");
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(process(checkout, Map.of(), "./lockstep").redirectErrorStream(true).start());
    }
    for (Process process : processes) {
      String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(shown).isEqualTo(5);
      assertThat(shown).contains("[dev.lockstep.cli.Main]");
    }
    assertThat(log()).filteredOn(line -> line.startsWith("mvn")).hasSize(1);
    try (var files = Files.list(checkout.resolve("cli/target"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("lib", "launcher");
    }
  }

  @Test
  void aLaterUseStartsNoOtherProcess() throws Exception {
    run(checkout, "./lockstep");
    // Nothing but the JVM is on this path, so anything else that the script calls fails loudly.
    Path bare = folder.resolve("bare");
    Files.createDirectories(bare);
    Files.createLink(bare.resolve("java"), folder.resolve("bin/java"));
    Result result = run(checkout, Map.of("PATH", bare.toString()), "./lockstep");
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).isEmpty();
    assertThat(log()).hasSize(2);
  }

  private Result run(Path workingFolder, String... command) throws Exception {
    return run(workingFolder, Map.of(), command);
  }

  private Result run(Path workingFolder, Map<String, String> environment, String... command)
      throws Exception {
    Path err = Files.createTempFile(folder, "err", "");
    Process process =
        process(workingFolder, environment, command).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), out, Files.readString(err));
  }

  private ProcessBuilder process(
      Path workingFolder, Map<String, String> environment, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().put("LOG", folder.resolve("log").toString());
    builder.environment().putAll(environment);
    return builder;
  }

  private List<String> log() throws IOException {
    return Files.readAllLines(folder.resolve("log"));
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
