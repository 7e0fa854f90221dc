package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import jakarta.inject.*;

@Factory
class Churn {
  @Singleton
  private StringBuilder load() { // here
    return null;
  }
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(StringBuilder.class);
    }
  }
}
