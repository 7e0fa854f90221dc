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
    Files.createDirectories(folder.resolve("empty"));
    assertThat(run("empty").err())
        .isEqualTo(
            "error: "
                + folder.resolve("empty")
                + " holds no class files.\n  Fix: build the project, or correct the path.\n");
    Files.createDirectories(folder.resolve("plain/shop"));
    Files.writeString(folder.resolve("plain/shop/Shop.class"), "Ljava/lang/Object;");
    assertThat(run("plain").err()).contains("none of its 1 classes is marked with @Pipeline");
    Files.writeString(folder.resolve("plain/shop/Churn.class"), "x Ldev/lockstep/Pipeline; x");
    assertThat(run("plain").err())
        .contains("has no pipelines, although shop.Churn is marked with @Pipeline: there is no")
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
  void theFolderOfAProjectIsNoTarget() throws IOException {
    Files.createDirectories(folder.resolve("my shop"));
    Files.writeString(folder.resolve("my shop/pom.xml"), "<project/>");
    Result result = lockstep.run("check", "my shop");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("is the folder of a project, and TARGET is what the compiler makes of it.")
        .endsWith(
            "Fix: mvn compile, and then: lockstep check '"
                + folder.resolve("my shop/target/classes")
                + "'\n");
  }

  @Test
  void anEntryOfTheClassPathThatIsMissingIsToldBeforeAnythingRuns() throws IOException {
    classes("app", "churn");
    Result result = lockstep.run("run", "--class-path", CLASSES + ":libs/a.jar", "app");
    assertThat(result)
        .isEqualTo(
            new Result(
                2,
                "",
                "error: There is no jar or folder 'libs/a.jar', which --class-path names.\n  Fix:"
                    + " build it, or correct the path; several are separated by ':'.\n"));
    assertThat(lockstep.run("run", "--class-path", "libs/*:" + CLASSES, "app").err())
        .contains("no jar or folder 'libs/'");
    Files.createDirectories(folder.resolve("libs"));
    assertThat(lockstep.run("run", "--class-path", "libs/*:" + CLASSES, "app").exitCode())
        .isEqualTo(7);
  }

  @Test
  void helpOfSeveralPipelinesBeginsWithWhichThereAre() throws IOException {
    two();
    for (String command : new String[] {"run", "check", "plan"}) {
      Result result = lockstep.run(command, "app", "--help");
      assertThat(result)
          .isEqualTo(
              new Result(
                  0,
                  "Pipelines in "
                      + folder.resolve("app")
                      + ":\n  churn\n  forecast\n\nOptions of one of them: lockstep "
                      + command
                      + " "
                      + folder.resolve("app")
                      + " PIPELINE --help\n",
                  ""));
    }
    assertThat(run("app", "forecast", "--help").exitCode()).isEqualTo(9);
  }

  @Test
  void checkAndPlanAskTheRunner() throws IOException {
    classes("app", "churn");
    Result check =
        lockstep.run("check", "--class-path", CLASSES, "app", "churn", "--stack", "prod");
    assertThat(check.out()).startsWith("arguments [--stack, prod, --check]\n");
    assertThat(check.exitCode()).isEqualTo(7);
    Result plan = lockstep.run("plan", "--class-path", CLASSES, "-o", "json", "app", "-o", "text");
    assertThat(plan.out()).startsWith("arguments [--output, json, -o, text, --plan]\n");
    assertThat(lockstep.run("plan", "app", "chrun").err()).contains("Did you mean 'churn'?");
  }

  @Test
  void checkWithoutAPipelineChecksAllAndTheWorstDecides() throws IOException {
    two();
    Result all = lockstep.run("check", "--class-path", CLASSES, "app");
    assertThat(all.out().lines().filter(line -> line.startsWith("arguments")))
        .containsExactly("arguments [--check]", "arguments [--check]");
    assertThat(all.exitCode()).as("the worst of 7 and 9").isEqualTo(9);
    Result one = lockstep.run("check", "--class-path", CLASSES, "app", "churn");
    assertThat(one.exitCode()).isEqualTo(7);
    Result plan = lockstep.run("plan", "app");
    assertThat(plan.exitCode()).isEqualTo(2);
    assertThat(plan.err())
        .contains("several pipelines: churn, forecast.")
        .contains("Fix: lockstep plan " + folder.resolve("app") + " PIPELINE");
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

  private void two() throws IOException {
    classes("app", "churn");
    Files.writeString(
        folder.resolve("app/META-INF/lockstep/shop.Forecast.json"),
        descriptor("forecast").replace("EchoRunner", "OtherRunner").replace("Churn", "Forecast"));
  }

  private static String descriptor(String name) {
    return "{\"format\": 1, \"name\": \""
        + name
        + "\", \"class\": \"shop.Churn\", \"runner\": \"dev.lockstep.cli.run.EchoRunner\"}";
  }
}
