package probe;

import io.micronaut.context.*;
import io.micronaut.retry.annotation.Retryable;
import jakarta.inject.*;

@Singleton
class Churn {
  @Retryable(attempts = "-1") // here
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
