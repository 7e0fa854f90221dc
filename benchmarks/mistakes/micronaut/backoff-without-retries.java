package probe;

import io.micronaut.context.*;
import io.micronaut.retry.annotation.Retryable;
import jakarta.inject.*;

@Singleton
class Churn {
  @Retryable(attempts = "0", delay = "5s") // here
  String load() {
    return "";
  }
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Churn.class).load();
    }
  }
}
