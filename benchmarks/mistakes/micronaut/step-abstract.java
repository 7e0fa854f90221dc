package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import jakarta.inject.*;

@Factory
abstract class Churn {
  @Singleton
  abstract StringBuilder load(); // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(StringBuilder.class);
    }
  }
}
