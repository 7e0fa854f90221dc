package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.ConfigurationFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components whose attributes refer to secrets, used by a runner. */
class ReferencesTest {
  private static final String TOKEN = "t0ken-tr0ub4dor";

  @TempDir private Path folder;
  private Home home;

  /** A stack {@code mine} whose artifact store and orchestrator refer to secrets. */
  @BeforeEach
  void createHomeAndStack() {
    home = new Home(folder.resolve("home"));
    configure("false");
  }

  private void configure(String full) {
    Component store =
        new Component(
            ComponentType.ARTIFACT_STORE,
            "tagged",
            "tagged",
            Map.of(
                "folder",
                folder.resolve("artifacts").toString(),
                "token",
                "x-{{store.token}}",
                "full",
                full));
    Component orchestrator =
        new Component(
            ComponentType.ORCHESTRATOR, "wide", "local", Map.of("parallelism", "{{run.width}}"));
    new ConfigurationFile(new LockstepHome(home.root()))
        .update(
            all ->
                all.findStack("mine").isPresent()
                    ? all.updateComponent(store)
                    : all.registerComponent(store)
                        .registerComponent(orchestrator)
                        .registerStack(
                            all.stack("default")
                                .withName("mine")
                                .with(ComponentType.ARTIFACT_STORE, "tagged")
                                .with(ComponentType.ORCHESTRATOR, "wide")));
  }

  private Home.Result run(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "--stack";
    arguments[1] = "mine";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return home.run(ReferringRunner.class, arguments);
  }

  @Test
  void allThatStandForNothingAreReportedBeforeTheFirstStep() {
    String report =
        """
        lockstep: Pipeline 'referring' cannot run on stack 'mine': 2 problems.
          - There is no secret 'run', and {{run.width}} (attribute 'parallelism' of the orchestrator 'wide') refers to it.
            Fix: lockstep secret register run --width=VALUE --stack mine
          - There is no secret 'store', and {{store.token}} (attribute 'token' of the artifact store 'tagged') refers to it.
            Fix: lockstep secret register store --token=VALUE --stack mine
        """;
    Home.Result check = run("--check");
    assertThat(check.exit()).isEqualTo(3);
    assertThat(check.err()).isEqualTo(report);
    Home.Result run = run();
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).isEqualTo(report);
    assertThat(home.root().resolve("runs")).doesNotExist();

    home.register("run", "arbitrary", "wdth", "2");
    assertThat(run("--check", "--output", "json").out())
        .contains("Secret 'run' has no key 'width', only wdth")
        .contains("lockstep secret update run --width=VALUE --stack mine");
  }

  @Test
  void aSecretThatThePipelineLacksTooIsRegisteredOnceAndThenUpdated() {
    Component store =
        new Component(
            ComponentType.ARTIFACT_STORE, "w", "local", Map.of("path", "/{{warehouse.folder}}"));
    new ConfigurationFile(new LockstepHome(home.root()))
        .update(
            all ->
                all.registerComponent(store)
                    .updateStack(all.stack("default").with(ComponentType.ARTIFACT_STORE, "w")));
    assertThat(home.run(ShopRunner.class, "--check").err())
        .isEqualTo(
            """
            lockstep: Pipeline 'shop' cannot run on stack 'default': 2 problems.
              - Secret 'warehouse' (type warehouse) is missing; step 'load' needs it.
                Fix: lockstep secret register warehouse --url=VALUE --username=VALUE --password=VALUE
              - There is no secret 'warehouse', and {{warehouse.folder}} (attribute 'path' of the artifact store 'w') refers to it.
                Fix: lockstep secret update warehouse --folder=VALUE
            """);
  }

  @Test
  void theComponentsThatCannotBeMadeAreAllReportedByTheCheck() {
    new ConfigurationFile(new LockstepHome(home.root()))
        .update(
            all ->
                all.updateComponent(
                        new Component(
                            ComponentType.ARTIFACT_STORE, "tagged", "taggd", Map.of("x", "y")))
                    .updateComponent(
                        new Component(
                            ComponentType.ORCHESTRATOR, "wide", "local", Map.of("wdth", "3"))));
    Home.Result check = run("--check");
    assertThat(check.exit()).isEqualTo(3);
    assertThat(check.err())
        .startsWith("lockstep: Pipeline 'referring' cannot run on stack 'mine': 2 problems.\n")
        .contains(
            "  - There is no artifact store flavor 'taggd'. Did you mean 'tagged'?",
            "  - The orchestrator 'wide' (flavor 'local') is not configured right:");
  }

  @Test
  void aValueThatDoesNotFitIsReportedByTheCheckAndNotShown() {
    home.register("run", "arbitrary", "width", TOKEN);
    home.register("store", "arbitrary", "token", TOKEN);
    Home.Result check = run("--check");
    assertThat(check.exit()).isEqualTo(3);
    assertThat(check.err())
        .contains("The orchestrator 'wide' (flavor 'local') is not configured right:")
        .contains("the attribute 'parallelism' is not a whole number")
        .doesNotContain(TOKEN);
  }

  @Test
  void theValuesReachTheComponentsAndNothingElse() {
    home.register("run", "arbitrary", "width", "2");
    home.register("store", "arbitrary", "token", TOKEN);
    Home.Result result = run("--debug");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("store with ***").doesNotContain(TOKEN);
    assertThat(result.err()).doesNotContain(TOKEN);
    nothingHoldsTheToken();
    assertThat(run("--output", "json").out()).doesNotContain(TOKEN);
    assertThat(run("--plan").out()).doesNotContain(TOKEN);
    nothingHoldsTheToken();
  }

  @Test
  void aComponentThatFailsWithTheValueInItsMessageIsMasked() {
    configure("true");
    home.register("run", "arbitrary", "width", "2");
    home.register("store", "arbitrary", "token", TOKEN);
    Home.Result result = run("--debug");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out() + result.err()).contains("no room for").doesNotContain(TOKEN);
    nothingHoldsTheToken();
  }

  private void nothingHoldsTheToken() {
    Map<Path, String> files = home.files();
    assertThat(files.keySet()).anyMatch(file -> file.startsWith("runs"));
    files.forEach(
        (file, text) -> {
          assertThat(text).as("content of " + file).doesNotContain(TOKEN);
          assertThat(file.toString()).doesNotContain(TOKEN);
        });
  }
}
