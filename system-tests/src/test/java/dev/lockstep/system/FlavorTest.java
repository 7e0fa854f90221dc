package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.builtin.BuiltInFlavors;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.RunOptions;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.ConfigurationFile;
import dev.lockstep.stack.FlavorOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secrets manager of the user's own, marked with @Flavor and used by runners. */
class FlavorTest {
  private static final String PIN = "p1n-4711";

  @TempDir private Path folder;
  private Path secrets;
  private Home home;

  @BeforeEach
  void createHomeAndSecret() throws IOException {
    home = new Home(folder.resolve("home"));
    secrets = Files.createDirectories(folder.resolve("secrets"));
    Files.createDirectories(secrets.resolve("api"));
    Files.writeString(secrets.resolve("api/token.txt"), "tr0ub4dor");
    Files.writeString(secrets.resolve("pin"), PIN);
  }

  /** A stack {@code mine} that has it. */
  private void configure(String... attributes) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      all.put(attributes[i], attributes[i + 1]);
    }
    new ConfigurationFile(new LockstepHome(home.root()))
        .update(
            stacks ->
                stacks
                    .registerComponent(
                        new Component(ComponentType.SECRETS_MANAGER, "mounts", "folder", all))
                    .registerStack(
                        stacks
                            .stack("default")
                            .withName("mine")
                            .with(ComponentType.SECRETS_MANAGER, "mounts")));
  }

  private Home.Result run() {
    return home.run(MountedRunner.class, "--stack", "mine", "--text", "pin=" + PIN);
  }

  @Test
  void aRunReadsItsSecretsThroughIt() throws IOException {
    configure("folder", secrets.toString(), "pin", PIN);
    Home.Result result = run();
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("here: 9", "apart: 1");

    RunOptions options =
        RunOptions.builder()
            .home(new LockstepHome(home.root()))
            .stack("mine")
            .parameters(Map.of("text", "x"))
            .build();
    assertThat(Lockstep.run(MountedRunner.PIPELINE, options).status())
        .isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void whatIsSensitiveInItsConfigurationIsMaskedLikeASecret() {
    configure("folder", secrets.toString(), "pin", PIN);
    Home.Result result = run();
    assertThat(result.out()).contains("here *** pin=***", "apart *** pin=***");
    assertThat(result.out() + result.err()).doesNotContain(PIN);
    home.files()
        .forEach(
            (file, text) -> {
              if (!file.endsWith("config.yaml")) {
                assertThat(text).as("content of " + file).doesNotContain(PIN);
              }
            });
  }

  @Test
  void whatItThrowsIsMaskedToo() throws IOException {
    configure("folder", secrets.toString(), "pin", PIN);
    Files.writeString(secrets.resolve("pin"), "another");
    Home.Result result = home.run(MountedRunner.class, "--stack", "mine", "--text", "x", "--debug");
    assertThat(result.exit()).isEqualTo(4);
    assertThat(result.err()).contains("the pin is not ***").doesNotContain(PIN);
  }

  @Test
  void wrongOptionsAreAllToldBeforeTheRun() {
    configure("foldr", "x");
    Home.Result result = run();
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err())
        .contains("The secrets manager 'mounts' (flavor 'folder') is not configured right:")
        .contains("the attribute 'folder' is missing")
        .contains("the attribute 'pin' is missing")
        .contains("it has no attribute 'foldr', only ending, folder, pin (did you mean 'folder'?)")
        .contains("lockstep secrets-manager update mounts --ATTRIBUTE=VALUE");
  }

  @Test
  void aConfigurationCanRefuseItself() {
    configure("folder", secrets.toString(), "pin", PIN, "ending", "/txt");
    Home.Result result = run();
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err())
        .contains("'mounts' (flavor 'folder') refuses its configuration: '/txt' is no ending, ***.")
        .doesNotContain(PIN);
  }

  @Test
  void itDescribesItself() {
    ComponentFlavor<?> flavor =
        BuiltInFlavors.flavors().find(ComponentType.SECRETS_MANAGER, "folder");
    assertThat(flavor.description())
        .isEqualTo("Secrets in files, as clusters mount them; read-only.");
    assertThat(flavor.options())
        .containsExactly(
            FlavorOption.required("folder", "path", "where the secrets are"),
            FlavorOption.withDefault("ending", "text", ".txt", "how the names of files end"),
            FlavorOption.required("pin", "text", "what the file 'pin' has to hold").asSensitive());
  }
}
