package dev.lockstep.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.TerminalSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  private static final String CLASSES =
      Path.of(EchoRunner.class.getProtectionDomain().getCodeSource().getLocation().getPath())
          .toString();

  private final Path folder;
  private final Lockstep lockstep;

  RunCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = Lockstep.in(folder);
  }

  @Test
  void theRunnerGetsItsOptionsAndGivesItsExitCode() throws IOException {
    classes("app", "churn");
    Result result = run("app", "--learning-rate=0.1", "--help", "--debug");
    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.out())
        .isEqualTo(
            "arguments [--learning-rate=0.1, --help, --debug]\n"
                + "runtime dev.lockstep.run.Lockstep\n");
    assertThat(result.err()).isEqualTo("from the runner\n");
    assertThat(run("app", "churn", "-x").out()).startsWith("arguments [-x]\n");
    assertThat(run("app", "shop.Churn").out()).startsWith("arguments []\n");
  }

  @Test
  void aJarIsReadWithoutLoadingItsClasses() throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("app.jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      for (String name : new String[] {"churn", "forecast"}) {
        jar.putNextEntry(new JarEntry("META-INF/lockstep/shop." + name + ".json"));
        jar.write(descriptor(name).getBytes(StandardCharsets.UTF_8));
      }
    }
    Result several = run("app.jar");
    assertThat(several.exitCode()).isEqualTo(2);
    assertThat(several.err()).contains("has several pipelines: churn, forecast.", "PIPELINE");
    Result unknown = run("app.jar", "chrun");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("has no pipeline 'chrun'. Did you mean 'churn'?");
    assertThat(run("app.jar", "forecast").exitCode()).isEqualTo(7);
  }

  @Test
  void whatIsNoTargetIsWrongUsage() throws IOException {
    Result missing = run("nope.jar");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("There is no jar or folder 'nope.jar'.");
    Files.createDirectory(folder.resolve("empty"));
    assertThat(run("empty").err())
        .contains("has no pipelines: there is no META-INF/lockstep in it, and no runner.")
        .contains("JDK 23 and newer run none\n  that is only on the class path.")
        .contains("\n      <annotationProcessorPaths>\n")
        .contains("<artifactId>lockstep-processor</artifactId>")
        .contains("annotationProcessor(\"dev.lockstep:lockstep-processor:");
    Files.writeString(folder.resolve("text.jar"), "no jar");
    Result text = run("text.jar");
    assertThat(text.exitCode()).isEqualTo(2);
    assertThat(text.err()).contains("is neither a jar nor a folder of classes.");
    classes("newer", "x");
    Files.writeString(folder.resolve("newer/META-INF/lockstep/shop.Churn.json"), "{\"format\": 9}");
    Result newer = run("newer");
    assertThat(newer.exitCode()).isEqualTo(2);
    assertThat(newer.err()).contains("has format 9");
  }

  @Test
  void ctrlCReachesTheRunnerAndItsEndIsAwaited() throws Exception {
    classes("app", "churn");
    TerminalSession.Result result =
        new TerminalSession(lockstep)
            .answer("ready", "\003")
            .run("run", "--class-path", CLASSES, "app", "--wait");
    assertThat(result.shown()).contains("stopped cleanly");
    assertThat(result.exitCode()).isEqualTo(130);
  }

  @Test
  void aSignalToTheCommandAloneReachesTheRunnerToo() throws Exception {
    classes("app", "churn");
    Process process = lockstep.process("run", "--class-path", CLASSES, "app", "--wait").start();
    StringBuilder out = new StringBuilder();
    while (out.indexOf("ready") < 0) {
      out.append((char) process.getInputStream().read());
    }
    // By its handle, which leaves the streams open.
    process.toHandle().destroy();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("stopped cleanly");
    assertThat(process.waitFor()).isEqualTo(143);
  }

  private Result run(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "run";
    all[1] = "--class-path";
    all[2] = CLASSES;
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return lockstep.run(all);
  }

  private void classes(String name, String pipeline) throws IOException {
    Path descriptors = folder.resolve(name).resolve("META-INF/lockstep");
    Files.createDirectories(descriptors);
    Files.writeString(descriptors.resolve("shop.Churn.json"), descriptor(pipeline));
  }

  private static String descriptor(String name) {
    return "{\"format\": 1, \"name\": \""
        + name
        + "\", \"class\": \"shop.Churn\", \"runner\": \"dev.lockstep.cli.run.EchoRunner\"}";
  }
}
