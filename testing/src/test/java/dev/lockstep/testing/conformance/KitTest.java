package dev.lockstep.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** The suite finds what is wrong with a secrets manager, and nothing where nothing is. */
class KitTest {
  private static TestExecutionSummary run(Twist twist) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .configurationParameter(TwistedConformance.TWIST, twist.name());
    request.selectors(
        twist.foundBy().isEmpty()
            ? DiscoverySelectors.selectClass(TwistedConformance.class)
            : DiscoverySelectors.selectMethod(TwistedConformance.class, twist.foundBy()));
    LauncherFactory.create().execute(request.build(), listener);
    return listener.getSummary();
  }

  @Test
  void nothingIsFoundWrongWithOneThatIsRight() {
    TestExecutionSummary summary = run(Twist.NONE);

    List<Throwable> failures = summary.getFailures().stream().map(Failure::getException).toList();
    assertThat(failures).isEmpty();
    assertThat(summary.getTestsAbortedCount()).as("cases that did not apply").isZero();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.testing.conformance.Twist#all")
  void whatIsWrongIsFound(Twist twist) {
    assertThat(TwistedConformance.class.getMethods())
        .anyMatch(method -> method.getName().equals(twist.foundBy()));
    TestExecutionSummary summary = run(twist);

    assertThat(summary.getTestsFoundCount()).isPositive();
    assertThat(summary.getTestsFailedCount()).as("cases that failed for " + twist).isPositive();
  }
}
