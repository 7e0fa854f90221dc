package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.run.RunOptions;
import dev.lockstep.run.Stacks;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.ConfigurationFile;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.Stack;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose secrets are encrypted with a passphrase. */
class PassphraseTest {
  private static final String PHRASE = "four common random words";

  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void registerASecret() {
    home = new Home(folder.resolve("home"));
    LockstepHome state = new LockstepHome(home.root());
    new ConfigurationFile(state)
        .update(
            all ->
                all.registerComponent(
                        new Component(
                            ComponentType.SECRETS_MANAGER,
                            "team",
                            "local",
                            Map.of("key_from", "passphrase")))
                    .registerStack(
                        new Stack(
                            "team",
                            Map.of(
                                ComponentType.ORCHESTRATOR, "default",
                                ComponentType.ARTIFACT_STORE, "default",
                                ComponentType.METADATA_STORE, "default",
                                ComponentType.SECRETS_MANAGER, "team"))));
    RunOptions options =
        RunOptions.builder()
            .home(state)
            .stack("team")
            .environment(Map.of("LOCKSTEP_PASSPHRASE", PHRASE))
            .build();
    try (OpenStack stack = Stacks.open(options)) {
      stack
          .secretsManager()
          .orElseThrow()
          .register(
              Secret.of("vault", Secret.ARBITRARY, Map.of("token", SecretValue.of("t0p-5ecret"))));
    }
  }

  @Test
  void aStepInAProcessOfItsOwnReadsItsSecretAndNeverSeesThePassphrase() {
    for (String preflight : new String[] {"keys", "none"}) {
      Home.Result result =
          home.with("LOCKSTEP_PASSPHRASE", PHRASE)
              .with("LOCKSTEP_NEW_PASSPHRASE", PHRASE)
              .with("LOCKSTEP_PREFLIGHT", preflight)
              .run(GuardedRunner.class, "--stack", "team");

      assertThat(result.exit()).as(result.err()).isZero();
      assertThat(result.out())
          .contains("it is ***", "here: keys [token]", "apart: keys [token], passphrase false");
      assertThat(result.out() + result.err()).doesNotContain(PHRASE, "t0p-5ecret");
      home.files().forEach((file, text) -> assertThat(text).doesNotContain(PHRASE));
    }
  }

  private Home.Result atTerminal(String typed) throws InterruptedException {
    return Home.finish(
        home.startAtTerminal(
            "[[\"Passphrase of \", \"" + typed + "\"]]", GuardedRunner.class, "--stack", "team"));
  }

  @Test
  void aRunnerAtATerminalAsksForItOnceForItselfAndItsWorkers() throws InterruptedException {
    Home.Result result = atTerminal(PHRASE + "\\n");

    assertThat(result.exit()).as(result.out()).isZero();
    assertThat(result.out())
        .containsOnlyOnce("Passphrase of ")
        .contains("keys [token], passphrase false")
        .doesNotContain(PHRASE, "t0p-5ecret", "[echo was left off]");
    home.files().forEach((file, text) -> assertThat(text).doesNotContain(PHRASE, "t0p-5ecret"));
  }

  @Test
  void noAnswerAtATerminalEndsTheRunBeforeItsFirstStepAndLeavesTheTerminalAsItWas()
      throws InterruptedException {
    Home.Result silent = atTerminal("\\u0004");
    assertThat(silent.exit()).as(silent.out()).isEqualTo(4);
    assertThat(silent.out())
        .containsOnlyOnce("Passphrase of ")
        .contains("No passphrase was typed for the secrets manager 'team'.")
        .doesNotContain("it is", "[echo was left off]");

    Home.Result interrupted = atTerminal("\\u0003");
    assertThat(interrupted.exit()).as(interrupted.out()).isEqualTo(130);
    assertThat(interrupted.out()).doesNotContain("it is", "[echo was left off]");
  }

  @Test
  void withoutThePassphraseNoStepStarts() {
    Home.Result none = home.run(GuardedRunner.class, "--stack", "team");
    assertThat(none.exit()).isEqualTo(4);
    assertThat(none.err()).contains("LOCKSTEP_PASSPHRASE is not set and nobody can be asked");
    Home.Result wrong =
        home.with("LOCKSTEP_PASSPHRASE", "guess-1").run(GuardedRunner.class, "--stack", "team");
    assertThat(wrong.exit()).isEqualTo(4);
    assertThat(wrong.err()).contains("is not the one with which").doesNotContain("guess-1");
    Home.Result unchecked =
        home.with("LOCKSTEP_PREFLIGHT", "none").run(GuardedRunner.class, "--stack", "team");
    assertThat(unchecked.exit()).isEqualTo(4);
    assertThat(unchecked.out()).doesNotContain("it is");
  }
}
