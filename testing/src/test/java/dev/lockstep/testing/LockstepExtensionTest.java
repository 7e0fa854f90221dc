package dev.lockstep.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import shop.ChurnRunner;

@ExtendWith(LockstepExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // So that a test can see those of the others.
class LockstepExtensionTest {
  private final List<TestStack> seen = new ArrayList<>();

  @BeforeEach
  void remember(TestStack stack) {
    seen.add(stack);
  }

  @Test
  void aTestAndItsPreparationShareOneStack(TestStack stack) {
    assertThat(stack).isSameAs(seen.get(seen.size() - 1));
    stack.check(ChurnRunner.PIPELINE);
  }

  @Test
  void anotherTestGetsAnotherStack(TestStack stack) {
    assertThat(seen.stream().filter(other -> other == stack)).hasSize(1);
    stack.check(ChurnRunner.PIPELINE);
  }

  @AfterAll
  void everyStackIsClosed() {
    assertThat(seen)
        .hasSize(3)
        .allSatisfy(
            stack ->
                assertThatThrownBy(() -> stack.check(ChurnRunner.PIPELINE))
                    .isInstanceOf(IllegalStateException.class));
  }

  @Test
  void aStackForSeveralTestsIsRefused(TestStack own) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(OneStackForAll.class))
                .build(),
            listener);

    assertThat(listener.getSummary().getFailures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.getException())
                    .isInstanceOf(ParameterResolutionException.class)
                    .hasMessageContaining("A TestStack is of one test, and prepare is of none."));
    assertThat(own).isSameAs(seen.get(seen.size() - 1));
  }
}
