package probe;

import io.micronaut.context.*;
import jakarta.inject.*;

@Singleton
class A {
  A(B b) {} // here
}

@Singleton
class B {
  B(A a) {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(A.class);
    }
  }
}
