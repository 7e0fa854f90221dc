package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.artifact.Types;
import dev.lockstep.metadata.Failure;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.run.PreflightException;
import dev.lockstep.run.PreflightReport;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.testing.InMemorySecretsManager;
import dev.lockstep.testing.LockstepExtension;
import dev.lockstep.testing.TestStack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests that docs/testing.md shows. */
@ExtendWith(LockstepExtension.class)
class ChurnTest {
  @BeforeEach
  void registerSecrets(TestStack stack) {
    stack
        .secret("warehouse", new WarehouseSchema(), new TestWarehouse("open sesame"))
        .secret("smtp", "arbitrary", Map.of("smtp_password", "mail me not"));
  }

  @Test
  void findsThoseThatBuyNoMore(TestStack stack) {
    RunRecord run = stack.run(ChurnRunner.PIPELINE);

    assertEquals(RunStatus.SUCCEEDED, run.status());
    assertEquals(1, stack.output(run, "count", int.class));
    stack.assertNoLeaks(run);
  }

  @Test
  void parametersDecideWhoIsLost(TestStack stack) {
    RunRecord run = stack.run(ChurnRunner.PIPELINE, Map.of("since", "2026-12-31"));

    List<Churn.Customer> lost =
        stack.output(run, "split.lost", Types.of(List.class, Churn.Customer.class));
    assertEquals(new Churn.Customer("Ada", LocalDate.of(2026, 10, 1)), lost.get(0));
    assertEquals(List.of(), stack.output(run, "split", Churn.Split.class).loyal());
  }

  record TestWarehouse(SecretValue password) implements Warehouse {
    TestWarehouse(String password) {
      this(SecretValue.of(password));
    }

    @Override
    public URI url() {
      return URI.create("db:test");
    }

    @Override
    public String username() {
      return "reader";
    }

    @Override
    public Optional<SecretValue> token() {
      return Optional.empty();
    }
  }

  @Test
  void aMissingSecretIsFoundBeforeTheFirstStep(TestStack stack) {
    stack.secrets().delete("warehouse");

    PreflightReport report = stack.check(ChurnRunner.PIPELINE);
    assertEquals(
        "Secret 'warehouse' (type warehouse) is missing; step 'load' needs it.",
        report.problems().get(0).message());
    assertThrows(PreflightException.class, () -> stack.run(ChurnRunner.PIPELINE));
  }

  @Test
  void aWrongPasswordFailsTheRunAndIsNotShown(TestStack stack) {
    stack.secret("warehouse", new WarehouseSchema(), new TestWarehouse("abracadabra"));

    RunRecord run = stack.run(ChurnRunner.PIPELINE);

    assertEquals(RunStatus.FAILED, run.status());
    Failure failure = Objects.requireNonNull(run.step("load").failure());
    assertEquals("cannot log in with ***", failure.message());
    stack.assertNoLeaks(run);
  }

  @Test
  void eachStepReadsItsSecretsInOneCall(TestStack stack) {
    InMemorySecretsManager.Calls before = stack.secrets().calls();

    stack.run(ChurnRunner.PIPELINE);

    InMemorySecretsManager.Calls made = stack.secrets().calls().since(before);
    assertEquals(3, made.getAll()); // The check, then 'load' and 'mail'.
    assertEquals(3, made.total());
  }

  @Test
  void logsWhatItReads(TestStack stack) {
    RunRecord run = stack.run(ChurnRunner.PIPELINE);

    assertTrue(
        stack.events(run).stream()
            .anyMatch(
                event ->
                    event instanceof RunEvent.StepLogged line
                        && line.message().equals("reads *** as reader")));
  }

  @Test
  void stepsThatWantAProcessOfTheirOwnRunInTheTest(TestStack stack) {
    RunRecord run = stack.run(ChurnRunner.PIPELINE);

    assertEquals("1 lost, told [SMTP_PASSWORD]", stack.output(run, "mail", String.class));
  }

  @Test
  void filesAreUnpackedForTheTest(TestStack stack) throws IOException {
    RunRecord run = stack.run(ChurnRunner.PIPELINE);

    Path report = stack.output(run, "report", Path.class);
    assertEquals("Lost: Bob", Files.readString(report));
  }
}
