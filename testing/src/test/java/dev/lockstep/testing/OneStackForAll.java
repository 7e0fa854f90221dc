package dev.lockstep.testing;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Wants what it cannot have. Not named like a test, because another one runs it and expects so. */
@ExtendWith(LockstepExtension.class)
class OneStackForAll {
  @BeforeAll
  static void prepare(TestStack stack) {
    stack.close();
  }

  @Test
  void neverRuns() {}
}
