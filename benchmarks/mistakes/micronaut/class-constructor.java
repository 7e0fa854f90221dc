package probe;

import io.micronaut.context.*;
import jakarta.inject.*;

@Singleton
class Churn { // here
  private Churn() {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Churn.class);
    }
  }
}
