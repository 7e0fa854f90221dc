package dev.lockstep.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.run.RunOptions;
import dev.lockstep.run.Stacks;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.OpenStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the pipeline as its users do: the generated runner, as a program. */
final class DigitsRunnerTest {
  private static final String KEY_ID = "AKIA7Q4DIGITSTEST";
  private static final String SECRET_KEY = "wJ4lrXUtn+FEMI/K7MDENG-bPxRfiCY";

  private final Path folder;
  private final Path home;

  DigitsRunnerTest(@TempDir Path folder) {
    this.folder = folder;
    this.home = folder.resolve("home");
  }

  @Test
  void learnsToReadDigitsAndDrawsHowWell() throws Exception {
    registerSecret();

    Ended run = run();

    assertThat(run.status()).as(run.toString()).isZero();
    assertThat(number(run.output(), "accuracy ([0-9.]+) %")).isGreaterThan(93);
    assertThat(run.output())
        .contains("secret aws arrived: key id, secret key, no session token.")
        .contains("AWS_SECRET_ACCESS_KEY arrived in the step's environment and in its child");
    assertThat(run.errors()).isEmpty();
    Path chart = Path.of(group(run.output(), "chart: (.*confusion\\.svg)"));
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(chart.toFile())
                .getDocumentElement()
                .getTagName())
        .isEqualTo("svg");
  }

  @Test
  void leavesNoTraceOfTheSecret() throws Exception {
    registerSecret();

    Ended run = run("--output", "json");

    assertThat(run.status()).as(run.toString()).isZero();
    List<Path> left = filesLeft();
    assertThat(left).as("the run's journal and artifacts are among them").hasSizeGreaterThan(8);
    for (Path file : left) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain(KEY_ID, SECRET_KEY, base64(KEY_ID), base64(SECRET_KEY));
    }
  }

  @Test
  void parametersAreOptions() throws Exception {
    registerSecret();

    Ended run = run("--test-share", "0.5", "--epochs", "1", "--learning-rate", "0.05");

    assertThat(run.status()).as(run.toString()).isZero();
    assertThat(run.output()).contains(" of 899 test images");
  }

  @Test
  void aMissingSecretIsFoundBeforeTheFirstStep() throws Exception {
    Ended run = run();

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.output()).doesNotContain("importer");
    assertThat(run.errors()).contains("Secret 'aws'", "is missing", "lockstep secret register aws");
  }

  @Test
  void anImpossibleShareFailsItsStepAndSaysWhy() throws Exception {
    registerSecret();

    Ended run = run("--test-share", "1");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output() + run.errors())
        .contains("A test share of 1.0 leaves no images to learn from or to test with.");
  }

  private void registerSecret() {
    RunOptions options = RunOptions.builder().home(new LockstepHome(home)).build();
    try (OpenStack stack = Stacks.open(options)) {
      stack
          .secretsManager()
          .orElseThrow()
          .register(
              Secret.of(
                  "aws",
                  "aws",
                  Map.of(
                      "aws_access_key_id", SecretValue.of(KEY_ID),
                      "aws_secret_access_key", SecretValue.of(SECRET_KEY))));
    }
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(DigitsRunner.class.getName());
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    Path errors = folder.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
    builder.environment().put("LOCKSTEP_HOME", home.toString());
    builder.environment().remove("LOCKSTEP_STACK");
    Process process = builder.start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the runner ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
  }

  private List<Path> filesLeft() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static double number(String text, String pattern) {
    return Double.parseDouble(group(text, pattern));
  }

  private static String group(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as("'%s' in: %s", pattern, text).isTrue();
    return matcher.group(1);
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A program that has ended. */
  private record Ended(int status, String output, String errors) {}
}
