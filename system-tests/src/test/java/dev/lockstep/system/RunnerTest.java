package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonObject;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated main: options, output, exit codes. */
class RunnerTest {
  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void createHome() {
    home = new Home(folder.resolve("home"));
  }

  private void registerWarehouse() {
    home.register(
        "warehouse",
        "warehouse",
        "url",
        "jdbc:postgresql://db/shop",
        "username",
        "reader",
        "password",
        "open sesame");
  }

  @Test
  void aRunPrintsPlainLinesAndItsResultsOnAPipe() {
    registerWarehouse();
    Home.Result result = home.run(ShopRunner.class);
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    assertThat(result.lines().get(0))
        .matches("Run \\d{8}-\\d{6}-\\w{5} of 'shop' on stack 'default'");
    assertThat(result.lines())
        .contains("  load    started", "  report  INFO 1 of 1")
        .contains("Results", "  report: loyal=1 others=1 in EUR");
    assertThat(result.out()).contains("succeeded: 4 of 4 steps succeeded");
    assertThat(result.out()).doesNotContain("\u001b");
  }

  @Test
  void parametersComeFromOptionsAFileAndDefaultsInThisOrder() throws IOException {
    registerWarehouse();
    Path yaml = Files.writeString(folder.resolve("p.yaml"), "threshold: 1\ncurrency: USD\n");
    assertThat(home.run(ShopRunner.class, "--params", yaml.toString()).out())
        .contains("loyal=2 others=0 in USD");
    Path json = Files.writeString(folder.resolve("p.json"), "{\"threshold\": 1}");
    assertThat(home.run(ShopRunner.class, "--params=" + json, "--threshold", "9").out())
        .contains("loyal=0 others=2 in EUR");
  }

  @Test
  void wrongUsageIsExplainedAndExitsWith2() {
    assertThat(home.run(ShopRunner.class, "--thresold", "3").err())
        .isEqualTo(
            "lockstep: Unknown option --thresold. Did you mean '--threshold'?"
                + " --help lists the options of pipeline 'shop'.\n");
    Home.Result result =
        home.run(ShopRunner.class, "--since", "yesterday", "--threshold=x", "--currency", "DM");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            """
            lockstep: Parameter 'since': 'yesterday' is no LocalDate: write it like 2026-01-31.
            Parameter 'threshold': 'x' is no int.
            Parameter 'currency': 'DM' is none of EUR, USD.
            """);
    assertThat(home.run(ShopRunner.class, "--stack").exit()).isEqualTo(2);
    assertThat(home.run(ShopRunner.class, "now").exit()).isEqualTo(2);
    assertThat(home.run(ShopRunner.class, "--params", "missing.yaml").exit()).isEqualTo(2);
    assertThat(home.root()).doesNotExist();
  }

  @Test
  void helpNeedsNoConfiguration() throws IOException {
    Files.createDirectories(home.root());
    Files.writeString(home.root().resolve("config.yaml"), "]broken[");
    Home.Result result = home.run(ShopRunner.class, "--help");
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .contains("Runs the pipeline 'shop'. Counts what customers buy.")
        .contains("--currency EUR|USD", "default: EUR", "--since <LocalDate>");
  }

  @Test
  void everythingThatIsMissingIsReportedAtOnceAndExitsWith3() {
    home.register("warehouse", "warehouse", "url", "::not a uri::", "username", "reader");
    Home.Result result = home.run(ShopRunner.class);
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("lockstep: Pipeline 'shop' cannot run on stack 'default': 2 problems.\n")
        .contains("key 'url' is not a URI; step 'load' needs it.")
        .contains("required key 'password' is missing; step 'load' needs it.")
        .contains("Fix: lockstep secret update warehouse --url=VALUE")
        .contains("Fix: lockstep secret update warehouse --password=VALUE")
        .doesNotContain("not a uri");
    assertThat(home.root().resolve("runs")).doesNotExist();
  }

  @Test
  void aMissingSecretIsReportedWithTheCommandThatRegistersIt() {
    Home.Result result = home.run(ShopRunner.class, "--check");
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err())
        .contains("Secret 'warehouse' (type warehouse) is missing; step 'load' needs it.")
        .contains(
            "Fix: lockstep secret register warehouse"
                + " --url=VALUE --username=VALUE --password=VALUE");
    registerWarehouse();
    assertThat(home.run(ShopRunner.class, "--check").out())
        .isEqualTo("Pipeline 'shop' can run on stack 'default': 4 steps, 1 secret verified.\n");
  }

  @Test
  void anUnknownStackIsAnErrorThatNamesItAndNeverAFallback() {
    registerWarehouse();
    Home.Result result = home.run(ShopRunner.class, "--stack", "defalt");
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("There is no stack 'defalt'", "Did you mean 'default'?");
    assertThat(home.with("LOCKSTEP_STACK", "prod").run(ShopRunner.class).err())
        .contains("There is no stack 'prod', which is named by LOCKSTEP_STACK.");
  }

  @Test
  void jsonOutputIsOneObjectPerEventAndASummary() {
    registerWarehouse();
    Home.Result result = home.run(ShopRunner.class, "--output", "json");
    List<JsonObject> events = result.lines().stream().map(Json::readObject).toList();
    assertThat(events.stream().map(event -> event.string("event")))
        .startsWith("run-started", "preflight-passed", "step-started")
        .endsWith("run-finished", "summary");
    assertThat(events.get(0).number("format")).isEqualTo(1);
    JsonObject summary = events.get(events.size() - 1);
    assertThat(summary.string("status")).isEqualTo("succeeded");
    assertThat(summary.object("steps").fields()).containsKeys("load", "split", "count", "report");
  }

  @Test
  void thePlanShowsStepsOrderAndSecretsAndRunsNothing() {
    Home.Result result = home.run(ShopRunner.class, "--plan");
    assertThat(result.out())
        .isEqualTo(
            """
            Pipeline 'shop': 4 steps
              load
                  secret warehouse as parameter: url, username, password, token?, port?
              split  after load
              count  after split
              report  after count, split
            Calls to the secrets manager: 2
            """);
    assertThat(home.root()).doesNotExist();
  }

  @Test
  void aPipelineCanBeEmbedded() {
    registerWarehouse();
    RunRecord run =
        Lockstep.run(
            ShopRunner.PIPELINE,
            RunOptions.builder()
                .home(new LockstepHome(home.root()))
                .parameter("threshold", "1")
                .build());
    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.secrets()).containsEntry("warehouse", "1");
    assertThat(run.step("load").secrets()).containsEntry("warehouse", "1");
    assertThat(run.step("split").secrets()).isEmpty();
  }

  @Test
  void aBrokenHomeIsExplainedAndLosesNothing() throws IOException {
    Files.createDirectories(home.root());
    Path config = Files.writeString(home.root().resolve("config.yaml"), "stacks: ]broken[\n");
    Home.Result result = home.run(ShopRunner.class);
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains(config.toString(), "line 1").doesNotContain("Exception");
    assertThat(config).hasContent("stacks: ]broken[");

    Home occupied = new Home(Files.writeString(folder.resolve("occupied"), "a file"));
    Home.Result second = occupied.run(ShopRunner.class);
    assertThat(second.exit()).isEqualTo(4);
    assertThat(second.err()).contains(occupied.root().toString()).doesNotContain("Exception");
  }

  @Test
  void aDamagedSecretsStoreIsExplainedAndKept() throws IOException {
    registerWarehouse();
    Path store = home.root().resolve("secrets").resolve("default.yaml");
    String damaged = "{" + Files.readString(store);
    Files.writeString(store, damaged);
    Home.Result result = home.run(ShopRunner.class);
    assertThat(result.exit()).isEqualTo(4);
    assertThat(result.err()).contains(store.toString()).doesNotContain("Exception");
    assertThat(store).hasContent(damaged);
  }
}
