package dev.lockstep.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.run.EchoRunner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleCommandsTest {
  private final Path folder;
  private final Lockstep lockstep;

  ExampleCommandsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.lockstep =
        Lockstep.in(folder).with("JDK_JAVA_OPTIONS", "-Dlockstep.checkout=" + folder.toRealPath());
    Files.createDirectories(folder.resolve("examples/demo/src"));
    Files.writeString(
        folder.resolve("examples/demo/pom.xml"),
        "<project><description>Shows it.</description></project>");
  }

  @Test
  void examplesAreListed() {
    assertThat(lockstep.run("example", "list").out())
        .isEqualTo("EXAMPLE  DESCRIPTION\ndemo     Shows it.\n");
    Result unknown = lockstep.run("example", "run", "dmo");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("There is no example 'dmo'. Did you mean 'demo'?");
    Result elsewhere = Lockstep.in(folder).run("example", "list");
    assertThat(elsewhere.exitCode()).isEqualTo(2);
    assertThat(elsewhere.err()).contains("The examples live in a checkout of Lockstep");
  }

  @Test
  void anExampleRunsWithMadeUpSecretsUnlessTheyAreThere() throws IOException {
    jar();
    Result first = lockstep.run("example", "run", "demo", "--fast");
    assertThat(first.exitCode()).as(first.err()).isEqualTo(7);
    assertThat(first.out()).startsWith("arguments [--fast]\n");
    assertThat(first.err())
        .contains("Stored demonstration values for: aws, warehouse.")
        .doesNotContain("Building");
    assertThat(lockstep.run("secret", "get", "warehouse", "--reveal").out())
        .isEqualTo("KEY   VALUE\nurl   https://example.invalid/\nport  1\n");
    assertThat(lockstep.run("secret", "get", "aws", "-o", "json").out())
        .contains("\"type\" : \"aws\"");
    assertThat(lockstep.run("example", "run", "demo").err()).doesNotContain("demonstration");
  }

  @Test
  void anExampleThatChangedIsBuiltAndAFailedBuildIsShown() throws IOException {
    Path maven = folder.resolve("bin/mvn");
    Files.createDirectories(maven.getParent());
    Files.writeString(maven, "#!/bin/sh\necho \"[ERROR] $*\"\nexit 1\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    Result failed =
        lockstep
            .with("PATH", folder.resolve("bin") + ":/usr/bin:/bin")
            .run("example", "run", "demo");
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .contains("Building the example 'demo'")
        .contains("The example could not be built. Maven said:\n[ERROR] -q -B")
        .contains("-pl examples/demo -am package");
  }

  @Test
  void anExampleThatDidNotChangeIsBuiltOnce() throws IOException {
    jar();
    Path jar = folder.resolve("examples/demo/target/lockstep-example-demo-1.jar");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    Path maven = folder.resolve("bin/mvn");
    Files.createDirectories(maven.getParent());
    // As Maven does when it finds nothing new: it leaves the jar as it is.
    Files.writeString(maven, "#!/bin/sh\nexit 0\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    Lockstep built = lockstep.with("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    assertThat(built.run("example", "run", "demo").err()).contains("Building the example 'demo'");
    assertThat(built.run("example", "run", "demo").err()).doesNotContain("Building");
  }

  @Test
  void anExampleIsSetUpBeforeItRunsAndKnowsItsSecrets() throws IOException {
    jar("Lockstep-Example-Set-Up: " + EchoSetUp.class.getName() + "\n");
    Result first = lockstep.run("example", "run", "demo");
    assertThat(first.exitCode()).as(first.err()).isEqualTo(7);
    assertThat(first.out()).startsWith("arguments []\n");
    assertThat(first.err()).contains("Stored demonstration values for: aws, warehouse.");
    Path folderOfTheExample = lockstep.home().resolve("examples/demo");
    assertThat(lockstep.run("secret", "get", "warehouse", "--reveal").out())
        .isEqualTo("KEY   VALUE\nurl   jdbc:" + folderOfTheExample + "/calls\nport  7\n");
    assertThat(lockstep.run("secret", "get", "warehouse", "-o", "json").out())
        .contains("\"type\" : \"warehouse\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folderOfTheExample)))
        .isEqualTo("rwx------");

    lockstep.run("secret", "update", "warehouse", "--port=8");
    lockstep.run("example", "run", "demo");
    assertThat(folderOfTheExample.resolve("calls")).hasContent("first again ");
    assertThat(lockstep.run("secret", "get", "warehouse", "port", "--reveal").out())
        .isEqualTo("8\n");
  }

  @Test
  void aSetUpThatFailsIsToldWithoutWhatItSaid() throws IOException {
    jar("Lockstep-Example-Set-Up: " + EchoSetUp.class.getName() + "\n");
    Path broken = lockstep.home().resolve("examples/demo/broken");
    Files.createDirectories(broken.getParent());
    Files.createFile(broken);
    Result result = lockstep.run("example", "run", "demo");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.all())
        .endsWith("error: The example 'demo' could not be set up in " + broken.getParent() + ".\n")
        .doesNotContain("hunter2");

    jar("Lockstep-Example-Set-Up: no.such.Class\n");
    assertThat(lockstep.run("example", "run", "demo").exitCode()).isEqualTo(1);
  }

  private void jar() throws IOException {
    jar("");
  }

  private void jar(String attributes) throws IOException {
    Path jar = folder.resolve("examples/demo/target/lockstep-example-demo-1.jar");
    Files.createDirectories(jar.getParent());
    Manifest manifest =
        new Manifest(
            new ByteArrayInputStream(
                ("Manifest-Version: 1.0\n" + attributes).getBytes(StandardCharsets.UTF_8)));
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream content = new JarOutputStream(out, manifest)) {
      content.putNextEntry(new JarEntry("META-INF/lockstep/shop.Demo.json"));
      content.write(
          """
          {"format": 1, "name": "demo", "class": "shop.Demo",
           "runner": "dev.lockstep.cli.run.EchoRunner",
           "secrets": [{"name": "aws"}, {"name": "other", "optional": true},
             {"name": "warehouse", "type": "warehouse", "keys": [
               {"name": "url", "type": "uri", "required": true, "env": "URL"},
               {"name": "port", "type": "int", "required": true, "env": "PORT"},
               {"name": "token", "type": "secret", "env": "TOKEN"}]}]}
          """
              .getBytes(StandardCharsets.UTF_8));
      put(EchoRunner.class, content);
      put(EchoSetUp.class, content);
    }
  }

  private static void put(Class<?> type, JarOutputStream jar) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream("/" + file)) {
      jar.putNextEntry(new JarEntry(file));
      jar.write(in == null ? new byte[0] : in.readAllBytes());
    }
  }
}
