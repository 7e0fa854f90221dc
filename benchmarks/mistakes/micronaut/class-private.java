package probe;

import io.micronaut.context.*;
import jakarta.inject.*;

class Outer {
  @Singleton
  private static class Churn {} // here

  static final Class<?> TYPE = Churn.class;
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Outer.TYPE);
    }
  }
}
