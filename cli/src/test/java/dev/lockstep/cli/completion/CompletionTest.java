package dev.lockstep.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.TerminalSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
  private final Path folder;
  private final Lockstep lockstep;

  CompletionTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.lockstep = Lockstep.in(folder);
    // The command as shells find it: in a folder whose name needs quotes.
    Path program = folder.resolve("my bin/lockstep");
    Files.createDirectories(folder.resolve("my bin"));
    Files.writeString(
        program,
        "#!/bin/sh\nexec "
            + Lockstep.command().stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "))
            + " \"$@\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void commandsOptionsAndChoicesComeFromTheTableItself() {
    assertThat(complete("sec")).containsExactly(":words", "secret", "secrets-manager");
    assertThat(complete("stack", "reg")).containsExactly(":words", "register", "register-secrets");
    assertThat(complete("runs", "list", "--st")).containsExactly(":words", "--status", "--stack");
    assertThat(complete("secret", "list", "-o", ""))
        .containsExactly(":words", "table", "json", "yaml");
    assertThat(complete("secret", "list", "--output=j")).containsExactly(":words", "--output=json");
    assertThat(complete("runs", "list", "--status", "f")).containsExactly(":words", "failed");
    assertThat(complete("secret", "get", "x", "--reveal", "--re")).containsExactly(":words");
    assertThat(complete("completion", "")).containsExactly(":words", "bash", "zsh", "fish");
    assertThat(complete("run", "")).containsExactly(":files");
    assertThat(complete("secret", "register", "x", "--values=")).containsExactly(":files");
    assertThat(complete("secrets-manager", "register", "x", "--flavor", "local", "--key"))
        .containsExactly(":assign", "--key_from=", "--key_file=");
  }

  @Test
  void namesAreThoseOfThisMachine() {
    lockstep.run("secret", "register", "warehouse", "--password=hunter2");
    lockstep.run("secret", "register", "team/mail", "--password=hunter2");
    lockstep.run(
        "stack", "register", "prod", "-o", "default", "-a", "default", "-m", "default", "--set");

    assertThat(complete("secret", "get", "")).containsExactly(":words");
    assertThat(complete("secret", "get", "--stack", "default", ""))
        .containsExactly(":words", "team/mail", "warehouse");
    assertThat(complete("secret", "register", "--stack", "default", ""))
        .as("a new name")
        .containsExactly(":words");
    assertThat(complete("stack", "set", "")).containsExactly(":words", "default", "prod");
    assertThat(complete("stack", "update", "prod", "-x", "")).containsExactly(":words", "default");
  }

  @Test
  void aPipelinesOwnOptionsAreKnown() throws IOException {
    Path descriptors = Files.createDirectories(folder.resolve("app/META-INF/lockstep"));
    Files.writeString(
        descriptors.resolve("shop.Churn.json"),
        "{\"format\": 1, \"name\": \"churn\", \"class\": \"shop.Churn\", \"runner\": \"R\","
            + " \"parameters\": [{\"name\": \"learning-rate\", \"type\": \"double\"}]}");
    assertThat(complete("run", "app", "")).containsExactly(":words", "churn");
    assertThat(complete("run", "app", "--le")).containsExactly(":words", "--learning-rate");
    assertThat(complete("check", "app", "churn", "--stack", ""))
        .containsExactly(":words", "default");
  }

  @Test
  void whateverIsWrongNothingIsSaid() throws IOException {
    assertThat(lockstep.run("__complete", "bash", "nope", "x")).isEqualTo(words());
    assertThat(lockstep.run("__complete", "bash")).isEqualTo(words());
    assertThat(lockstep.run("__complete", "bash", "run", "nope.jar", ""))
        .isEqualTo(new Result(0, "", ""));
    assertThat(lockstep.run("__complete", "bash", "secret", "--help", "\u0007", ""))
        .isEqualTo(words());
    Files.createDirectories(lockstep.home());
    Files.writeString(lockstep.home().resolve("config.yaml"), "format: 7\n");
    assertThat(lockstep.run("__complete", "bash", "stack", "set", ""))
        .isEqualTo(new Result(0, "", ""));
    assertThat(lockstep.run("--help").out()).doesNotContain("__complete");
  }

  @Test
  void bashCompletesOnATerminal() throws Exception {
    lockstep.run("secret", "register", "warehouse", "--password=hunter2");
    script("bash");
    TerminalSession.Result result =
        new TerminalSession(lockstep)
            .answer("bash-", "PATH=\"$PWD/my bin:$PATH\"; . ./c.bash; echo rea'dy'\n")
            .answer("ready", "lockstep secret get wareh\t")
            .answer("warehouse ", "password --reveal\n")
            .answer("hunter2", "exit\n")
            .run(List.of("bash", "--norc", "-i"), Map.of("PS1", "bash-: "));
    assertThat(result.shown()).contains("lockstep secret get warehouse password --reveal");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void bashPutsTogetherWhatItCutAtEqualsSigns() throws Exception {
    lockstep.run("secret", "register", "warehouse", "--password=hunter2");
    script("bash");
    assertThat(bash("lockstep sec")).isEqualTo("secret secrets-manager");
    assertThat(bash("lockstep runs list --output = j")).isEqualTo("json");
    assertThat(bash("lockstep runs list --output =")).isEqualTo("table json yaml");
    assertThat(bash("lockstep secret get '\"ware'")).isEqualTo("warehouse");
    assertThat(bash("'my bin/lockstep' secret get ''")).isEqualTo("warehouse");
    assertThat(bash("lockstep nope ''")).isEmpty();
    assertThat(bash("/nowhere/lockstep sec")).isEmpty();
  }

  @Test
  void zshAndFishReadTheirScripts() throws Exception {
    lockstep.run("secret", "register", "warehouse", "--password=hunter2");
    boolean any = false;
    for (String shell : List.of("zsh", "fish")) {
      script(shell);
      if (has(shell)) {
        any = true;
        assertThat(call(shell, "-n", "c." + shell)).isEmpty();
      }
    }
    if (has("fish")) {
      assertThat(call("fish", "-c", "source c.fish; complete -C 'lockstep secret get w'; echo end"))
          .isEqualTo("warehouse\nend\n");
    }
    Assumptions.assumeTrue(any, "neither zsh nor fish is here");
  }

  @Test
  void anUnknownShellGetsASuggestion() {
    Result result = lockstep.run("completion", "bsh");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "error: There is no completion for 'bsh'. Did you mean 'bash'?"
                + " There are: bash, zsh, fish.\n");
    assertThat(lockstep.run("completion", "--help").out())
        .contains("source <(lockstep completion bash)");
  }

  private static Result words() {
    return new Result(0, ":words\n", "");
  }

  private List<String> complete(String... words) {
    List<String> arguments = new ArrayList<>(List.of("__complete", "bash"));
    arguments.addAll(List.of(words));
    Result result = lockstep.run(arguments.toArray(new String[0]));
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.out().lines().toList();
  }

  private void script(String shell) throws IOException {
    Files.writeString(folder.resolve("c." + shell), lockstep.run("completion", shell).out());
  }

  /** What bash would offer behind words that it has cut already. */
  private String bash(String words) throws Exception {
    return call(
            "bash",
            "--norc",
            "-c",
            ". ./c.bash; COMP_WORDS=("
                + words
                + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _lockstep 2>/dev/null; echo"
                + " \"${COMPREPLY[*]}\"")
        .strip();
  }

  private static boolean has(String program) {
    for (String entry : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (Files.isExecutable(Path.of(entry, program))) {
        return true;
      }
    }
    return false;
  }

  private String call(String... command) throws IOException {
    ProcessBuilder builder = lockstep.process().command(command).redirectErrorStream(true);
    builder
        .environment()
        .put("PATH", folder.resolve("my bin") + ":" + System.getenv().getOrDefault("PATH", ""));
    builder.environment().put("LC_ALL", "C.UTF-8");
    return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
