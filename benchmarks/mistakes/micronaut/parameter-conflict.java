package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import jakarta.inject.*;

@Singleton
class Churn {
  Churn(
      @Value("${a:1}") int one,
      @Value("${a:2}") int two) {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Churn.class);
    }
  }
}
