package dev.lockstep.examples.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.metadata.Failure;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.run.PreflightException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.testing.LeakAssertions;
import dev.lockstep.testing.LockstepExtension;
import dev.lockstep.testing.TestStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline, against the real database. */
@ExtendWith(LockstepExtension.class)
final class ChurnTest {
  private static final String SECRET_KEY = "wJ4lrXUtn+FEMI/K7MDENG-bPxRfiCY";

  private final Path folder;
  private final TestWarehouse warehouse;

  ChurnTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.warehouse = TestWarehouse.at(SetUp.warehouse(folder));
  }

  @BeforeEach
  void registerSecrets(TestStack stack) {
    stack
        .secret("warehouse", new WarehouseSchema(), warehouse)
        .secret(
            "aws",
            "aws",
            Map.of("aws_access_key_id", "AKIA7Q4CHURN", "aws_secret_access_key", SECRET_KEY));
  }

  @Test
  void learnsMoreThanThatMostStay(TestStack stack) {
    RunRecord run = run(stack, Map.of());

    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    Model model = stack.output(run, "train", Model.class);
    assertThat(model.examined()).isBetween(150, 250);
    assertThat(model.right()).isGreaterThan(model.stayed() + model.examined() / 20);
    assertThat(stack.output(run, "report", String.class))
        .startsWith("Told of " + model.examined() + " customers whether they leave: ");
    stack.assertNoLeaks(run);
  }

  @Test
  void aWrongPasswordFailsTheStepAndIsShownNowhere(TestStack stack) {
    stack.secret("warehouse", new WarehouseSchema(), warehouse.withPassword("0pen-sesame"));

    RunRecord run = run(stack, Map.of());

    assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    Failure failure = Objects.requireNonNull(run.step("load").failure());
    assertThat(failure.message()).startsWith("Wrong user name or password");
    assertThat(folder.resolve("bucket")).doesNotExist();
    stack.assertNoLeaks(run);
  }

  @Test
  void aMissingLoginIsFoundBeforeTheFirstStep(TestStack stack) {
    stack.secrets().delete("warehouse");

    assertThatThrownBy(() -> run(stack, Map.of()))
        .isInstanceOf(PreflightException.class)
        .hasMessageContaining("Secret 'warehouse' (type warehouse) is missing; step 'load'");
  }

  @Test
  void publishesTheModelAndASignatureButNotTheKey(TestStack stack) throws Exception {
    run(stack, Map.of());

    Path model = folder.resolve("bucket/churn/model.csv");
    assertThat(model).content().startsWith("feature,weight\nintercept,").contains("\ncomplaints,");
    String signature = Files.readString(model.resolveSibling("model.csv.signature"));
    assertThat(signature).matches("\\d{8}/[0-9a-f]{64}\n");
    LeakAssertions.assertNoLeak(signature, List.of(SecretValue.of(SECRET_KEY)));

    stack.secret(
        "aws", "aws", Map.of("aws_access_key_id", "AKIA", "aws_secret_access_key", "another"));
    run(stack, Map.of());
    assertThat(model.resolveSibling("model.csv.signature")).content().isNotEqualTo(signature);
  }

  @Test
  void takesTheCustomersSinceADay(TestStack stack) {
    RunRecord all = run(stack, Map.of("since", "2025-07-01"));
    RunRecord none = run(stack, Map.of("since", "2027-01-01"));

    assertThat(stack.output(all, "train", Model.class).examined()).isEqualTo(400);
    assertThat(Objects.requireNonNull(none.step("train").failure()).message())
        .isEqualTo("0 customers are too few to learn from: it takes 100.");
  }

  @Test
  void saysWhoReadsWhat(TestStack stack) {
    RunRecord run = run(stack, Map.of());

    assertThat(stack.events(run))
        .anyMatch(
            event ->
                event instanceof RunEvent.StepLogged line
                    && line.message().equals("churn reads the customers since 2026-01-01"));
  }

  private RunRecord run(TestStack stack, Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put("bucket", folder.resolve("bucket").toString());
    return stack.run(ChurnRunner.PIPELINE, all);
  }
}
