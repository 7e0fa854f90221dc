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
        .hasSize(2)
        .allSatisfy(
            stack ->
                assertThatThrownBy(() -> stack.check(ChurnRunner.PIPELINE))
                    .isInstanceOf(IllegalStateException.class));
  }
}
