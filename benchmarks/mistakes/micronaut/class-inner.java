package probe;

import io.micronaut.context.*;
import jakarta.inject.*;

class Outer {
  @Singleton
  class Churn {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Outer.Churn.class);
    }
  }
}
