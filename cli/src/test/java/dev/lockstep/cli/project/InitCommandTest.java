package dev.lockstep.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it writes; that the project builds and runs is a test of the system tests. */
class InitCommandTest {
  private final Path folder;
  private final Lockstep lockstep;

  InitCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = Lockstep.in(folder);
  }

  @Test
  void aNewFolderBecomesAProjectAndTheNextCommandsAreTold() throws IOException {
    Result result = lockstep.run("init", "my shop");

    assertThat(result)
        .isEqualTo(
            new Result(
                0,
                "",
                "Made the project 'my-shop' in "
                    + folder.resolve("my shop")
                    + ". Next:\n  cd 'my shop'\n  mvn verify\n  lockstep run target/classes\n"));
    assertThat(files(folder.resolve("my shop")))
        .containsExactly(
            ".gitignore",
            ".lockstep/.config.yaml.lock",
            ".lockstep/config.yaml",
            "README.md",
            "pom.xml",
            "src/main/java/my_shop/Mailbox.java",
            "src/main/java/my_shop/Newsletter.java",
            "src/test/java/my_shop/NewsletterTest.java");
    assertThat(folder.resolve("my shop/pom.xml"))
        .content()
        .contains("<groupId>my_shop</groupId>", "<artifactId>my-shop</artifactId>")
        .contains("<lockstep.version>" + Versions.LOCKSTEP + "</lockstep.version>")
        .doesNotContain("__");
    assertThat(Versions.LOCKSTEP).matches("\\d+\\..*");
  }

  @Test
  void twiceIsHarmless() throws IOException {
    lockstep.run("init", "shop");
    Map<String, String> before = contents(folder.resolve("shop"));

    Result again = lockstep.run("init", "shop");

    assertThat(again)
        .isEqualTo(
            new Result(
                0, "", folder.resolve("shop") + " is a project already; nothing was changed.\n"));
    assertThat(contents(folder.resolve("shop"))).isEqualTo(before);
  }

  @Test
  void whatIsInTheWayIsListedAndNothingIsChanged() throws IOException {
    Files.createDirectories(folder.resolve("shop"));
    Files.writeString(folder.resolve("shop/README.md"), "mine");
    Files.writeString(folder.resolve("shop/src"), "a file");

    Result result = lockstep.run("init", "shop");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            "error: These are in the way in "
                + folder.resolve("shop")
                + ", and nothing was changed:\n  src\n  README.md\n"
                + "  Fix: move them away, or name another folder: lockstep init DIR\n");
    assertThat(files(folder.resolve("shop"))).containsExactly("README.md", "src");
  }

  @Test
  void aFolderWithOtherFilesKeepsThem() throws IOException {
    Files.createDirectories(folder.resolve("shop/src/main/java/other"));
    Files.writeString(folder.resolve("shop/src/main/java/other/Mine.java"), "mine");
    Files.writeString(folder.resolve("shop/LICENSE"), "mine");

    assertThat(lockstep.run("init", "shop").exitCode()).isZero();

    assertThat(files(folder.resolve("shop")))
        .contains("LICENSE", "pom.xml", "src/main/java/other/Mine.java")
        .contains("src/main/java/shop/Newsletter.java")
        .noneMatch(file -> file.contains("lockstep-init"));
  }

  @Test
  void whatAnInterruptedInitLeftIsCompletedByTheNext() throws IOException {
    lockstep.run("init", "shop");
    // What is moved last.
    Files.delete(folder.resolve("shop/pom.xml"));
    Files.delete(folder.resolve("shop/README.md"));

    assertThat(lockstep.run("init", "shop").err()).startsWith("Made the project 'shop' in ");
    assertThat(files(folder.resolve("shop"))).contains("pom.xml", "README.md");
  }

  @Test
  void aKilledInitLeavesAWholeProjectOrNone() throws Exception {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Process process = lockstep.process("init", "shop" + i).start();
      process.waitFor(120L + 40L * i, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      Path project = folder.resolve("shop" + i);
      if (Files.exists(project)) {
        assertThat(files(project)).contains("pom.xml", ".lockstep/config.yaml").hasSize(8);
        seen.add("whole");
      } else {
        seen.add("none");
      }
      assertThat(lockstep.run("init", "shop" + i).exitCode()).isZero();
      assertThat(files(project)).hasSize(8);
    }
    assertThat(seen).hasSize(6);
  }

  @Test
  void anExistingMavenProjectGetsTheMarkerAndAdvice() throws IOException {
    Files.createDirectories(folder.resolve("shop"));
    Files.writeString(folder.resolve("shop/pom.xml"), "<project/>");

    Result result = lockstep.run("init", "shop");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .startsWith("Made " + folder.resolve("shop/.lockstep") + " and changed nothing else.\n")
        .contains("<artifactId>lockstep-runtime</artifactId>", "<annotationProcessorPaths>")
        .contains("<version>" + Versions.LOCKSTEP + "</version>");
    assertThat(folder.resolve("shop/pom.xml")).hasContent("<project/>");
    assertThat(files(folder.resolve("shop")))
        .containsExactly(".lockstep/.config.yaml.lock", ".lockstep/config.yaml", "pom.xml");

    Files.createDirectories(folder.resolve("gradle"));
    Files.writeString(folder.resolve("gradle/build.gradle.kts"), "");
    assertThat(lockstep.run("init", "gradle").err())
        .contains("annotationProcessor(\"dev.lockstep:lockstep-processor:");
  }

  @ParameterizedTest
  @CsvSource({
    "7up,7up,_7up",
    "class,class,class_",
    "java,java,java_",
    "'Ünï Cödé',uni-code,uni_code",
    "日本,pipelines,pipelines",
    "a.b,a-b,a_b",
    "'$(id); \"x\"',id-x,id_x",
    "--,pipelines,pipelines"
  })
  void oddFoldersGiveNamesThatCompile(String name, String artifact, String packageName)
      throws IOException {
    assertThat(lockstep.run("init", "./" + name).exitCode()).isZero();
    assertThat(folder.resolve(name).resolve("pom.xml"))
        .content()
        .contains("<artifactId>" + artifact + "</artifactId>");
    assertThat(folder.resolve(name).resolve("src/main/java/" + packageName + "/Newsletter.java"))
        .content()
        .startsWith("package " + packageName + ";\n");
  }

  @Test
  void aVeryLongFolderGivesANameOfReasonableLength() throws IOException {
    String name = "x".repeat(255);
    assertThat(lockstep.run("init", name).exitCode()).isZero();
    assertThat(folder.resolve(name).resolve("pom.xml"))
        .content()
        .contains("<artifactId>" + "x".repeat(50) + "</artifactId>");
    Result tooLong = lockstep.run("init", name + "x");
    assertThat(tooLong.exitCode()).isEqualTo(4);
    assertThat(tooLong.err()).contains("cannot be made: File name too long.");
  }

  @Test
  void namesCanBeGivenAndWrongOnesAreRefused() throws IOException {
    assertThat(lockstep.run("init", "a", "--name", "My.App", "--package", "com.acme.app").err())
        .startsWith("Made the project 'My.App' in ");
    assertThat(folder.resolve("a/src/test/java/com/acme/app/NewsletterTest.java")).exists();

    Result name = lockstep.run("init", "b", "--name", "a <b>");
    assertThat(name.exitCode()).isEqualTo(2);
    assertThat(name.err()).contains("'a <b>' cannot be the name", "Fix: --name a-b\n");
    Result code = lockstep.run("init", "b", "--package", "com.class.x");
    assertThat(code.exitCode()).isEqualTo(2);
    assertThat(code.err()).contains("'com.class.x' cannot be the name of a package");
    assertThat(lockstep.run("init", "b", "--package", "java.util").exitCode()).isEqualTo(2);
    assertThat(folder.resolve("b")).doesNotExist();
  }

  @Test
  void whatCannotBeAProjectIsRefused() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    Result file = lockstep.run("init", "file");
    assertThat(file.exitCode()).isEqualTo(2);
    assertThat(file.err()).contains(folder.resolve("file") + " is a file.");

    Result home =
        lockstep.with("LOCKSTEP_HOME", folder.resolve(".lockstep").toString()).run("init");
    assertThat(home.exitCode()).isEqualTo(2);
    assertThat(home.err()).contains("its .lockstep holds your own stacks and secrets.");
    assertThat(folder.resolve("pom.xml")).doesNotExist();
  }

  @Test
  void theMarkerIsReadableByItsOwnerOnlyAndTheRestByEverybody() throws IOException {
    lockstep.run("init", "shop");
    Path config = folder.resolve("shop/.lockstep/config.yaml");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
        .isEqualTo("rw-------");
    Path pom = folder.resolve("shop/pom.xml");
    Path usual = Files.createFile(folder.resolve("usual"));
    assertThat(Files.getPosixFilePermissions(pom)).isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @Test
  void thePomUsesTheVersionsOfTheBuild() throws IOException {
    lockstep.run("init", "shop");
    String build = Files.readString(Path.of("..", "pom.xml"));
    List<String> versions =
        Files.readString(folder.resolve("shop/pom.xml"))
            .lines()
            .map(String::strip)
            .filter(line -> line.matches("<version>\\d.*") && !line.contains("1.0-SNAPSHOT"))
            .map(line -> line.replaceAll("<.*?>", ""))
            .toList();
    assertThat(versions).hasSize(3).allMatch(build::contains);
  }

  private static List<String> files(Path root) throws IOException {
    return List.copyOf(contents(root).keySet());
  }

  private static Map<String, String> contents(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
