package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code lockstep init} makes is built by Maven and run by the command line, as a user would.
 * Maven gets a local repository that is the user's own but for Lockstep, which is what this build
 * has compiled.
 */
class InitTest {
  private static final List<String> MODULES =
      List.of("annotations", "processor", "runtime", "testing");

  private record Result(int exitCode, String said) {}

  private final Path folder;
  private final Path repository;

  InitTest(@TempDir Path folder) {
    this.folder = folder;
    this.repository = folder.resolve("repository");
  }

  @BeforeEach
  void fillTheRepository() throws IOException {
    String own = System.getProperty("lockstep.test.repository", "");
    Assumptions.assumeTrue(Files.isDirectory(Path.of(own)), "Maven does not tell its repository");
    link(Path.of(own), repository, "dev");
    link(Path.of(own, "dev"), repository.resolve("dev"), "lockstep");
    Path root = Path.of("..").toAbsolutePath().normalize();
    String version = version();
    publish("lockstep-parent", version, root.resolve("pom.xml"), null);
    for (String module : MODULES) {
      Path folderOfModule = root.resolve(module);
      publish(
          "lockstep-" + module,
          version,
          folderOfModule.resolve("pom.xml"),
          folderOfModule.resolve("target/classes"));
    }
  }

  @Test
  void aNewProjectCompilesAndRunsAtOnce() throws IOException, InterruptedException {
    Result init = lockstep(folder, "init", "my shop");
    assertThat(init.exitCode()).as(init.said()).isZero();
    Path project = folder.resolve("my shop");

    Result build = call(project, "mvn", "-B", "-Dmaven.repo.local=" + repository, "verify");
    assertThat(build.exitCode()).as(build.said()).isZero();
    assertThat(build.said()).contains("Tests run: 2, Failures: 0").doesNotContain("[WARNING] /");

    Result run = lockstep(project, "run", "target/classes");
    assertThat(run.exitCode()).as(run.said()).isZero();
    assertThat(run.said())
        .contains("send: Would send: Dear Ada and Grace!", "3 of 3 steps succeeded");
    Result jar = lockstep(project, "run", "target/my-shop-1.0-SNAPSHOT.jar", "--names", "Edsger");
    assertThat(jar.said()).contains("Would send: Dear Edsger!");

    assertThat(lockstep(project, "check", "target/classes").said())
        .contains("Pipeline 'newsletter' can run on stack 'default': 3 steps");
    assertThat(lockstep(project, "check", "target/classes", "-o", "json").said())
        .startsWith("{\"pipeline\":\"newsletter\",\"stack\":\"default\",\"ok\":true,");
    assertThat(lockstep(project, "plan", "target/classes").said())
        .contains("secret mailbox as parameter: user, password, port?");
    assertThat(lockstep(project, "doctor", "target/classes").said())
        .contains("runs lockstep-processor.", "has 1, all up to date.");

    lockstep(project, "secret", "register", "mailbox", "--user=ada", "--password=correct horse");
    Result sent = lockstep(project, "run", "target/classes");
    assertThat(sent.said()).contains("send: ada sent: Dear Ada and Grace!").doesNotContain("horse");
    assertThat(lockstep(project, "runs", "logs", newest(project), "send").said())
        .contains("INFO  ada logs in at port 587");
    Result again = lockstep(project, "init");
    assertThat(again.said()).contains("is a project already; nothing was changed.");
  }

  private String newest(Path project) throws IOException, InterruptedException {
    String list = lockstep(project, "runs", "list", "--limit", "1").said();
    return list.lines().toList().get(1).split(" ", 2)[0];
  }

  /** The version that the modules of this build have. */
  private static String version() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    int from = pom.indexOf("<version>") + "<version>".length();
    return pom.substring(from, pom.indexOf("</version>"));
  }

  private static void link(Path from, Path to, String except) throws IOException {
    Files.createDirectories(to);
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> children = Files.list(from)) {
      for (Path child : children.toList()) {
        String name = String.valueOf(child.getFileName());
        if (!name.equals(except)) {
          Files.createSymbolicLink(to.resolve(name), child.toRealPath());
        }
      }
    }
  }

  private void publish(String artifact, String version, Path pom, @Nullable Path classes)
      throws IOException {
    Path target = repository.resolve("dev/lockstep").resolve(artifact).resolve(version);
    Files.createDirectories(target);
    Files.copy(pom, target.resolve(artifact + "-" + version + ".pom"));
    if (classes != null) {
      jar(classes, target.resolve(artifact + "-" + version + ".jar"));
    }
  }

  private static void jar(Path classes, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (Path entry : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(entry).toString().replace(File.separatorChar, '/');
        if (!name.equals("META-INF/MANIFEST.MF")) {
          out.putNextEntry(new JarEntry(name));
          Files.copy(entry, out);
        }
      }
    }
  }

  /** The command line with the class path that a user's would have: no tests, no processor. */
  private Result lockstep(Path working, String... arguments)
      throws IOException, InterruptedException {
    List<String> classPath = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
      if (!entry.contains("test-classes") && !entry.contains("/processor/")) {
        classPath.add(entry);
      }
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(File.pathSeparator, classPath),
                "dev.lockstep.cli.Main"));
    command.addAll(List.of(arguments));
    return call(working, command.toArray(new String[0]));
  }

  private Result call(Path working, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(working.toFile()).redirectErrorStream(true);
    builder.environment().put("LOCKSTEP_HOME", folder.resolve("home").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("LOCKSTEP_STACK");
    builder.environment().remove("MAVEN_OPTS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), said);
  }
}
