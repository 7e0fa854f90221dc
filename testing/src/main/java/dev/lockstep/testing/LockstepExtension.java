package dev.lockstep.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a fresh {@link TestStack} to each test that takes one and closes it when the test is over.
 * {@code @BeforeEach} and {@code @AfterEach} methods get the one of their test.
 *
 * <pre>{@code
 * @ExtendWith(LockstepExtension.class)
 * class ChurnTest {
 *   @Test
 *   void countsCustomers(TestStack stack) {
 *     RunRecord run = stack.run(ChurnRunner.PIPELINE);
 *     assertEquals(2, stack.output(run, "count", int.class));
 *   }
 * }
 * }</pre>
 */
public final class LockstepExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(LockstepExtension.class);

  /** For JUnit. */
  public LockstepExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestStack.class;
  }

  @Override
  public TestStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "A TestStack is of one test, and "
              + parameter.getDeclaringExecutable().getName()
              + " is of none. Fix: take it as a parameter of the test method or of a @BeforeEach"
              + " method.");
    }
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    TestStack stack = store.get(TestStack.class, TestStack.class);
    if (stack == null) {
      stack = new TestStack();
      store.put(TestStack.class, stack);
    }
    return stack;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestStack stack = context.getStore(NAMESPACE).remove(TestStack.class, TestStack.class);
    if (stack != null) {
      stack.close();
    }
  }
}
