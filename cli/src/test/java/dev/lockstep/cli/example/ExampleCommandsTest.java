package dev.lockstep.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.run.EchoRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
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

  private void jar() throws IOException {
    Path jar = folder.resolve("examples/demo/target/lockstep-example-demo-1.jar");
    Files.createDirectories(jar.getParent());
    String runner = "dev/lockstep/cli/run/EchoRunner.class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream content = new JarOutputStream(out);
        InputStream in = EchoRunner.class.getResourceAsStream("/" + runner)) {
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
      content.putNextEntry(new JarEntry(runner));
      content.write(in == null ? new byte[0] : in.readAllBytes());
    }
  }
}
