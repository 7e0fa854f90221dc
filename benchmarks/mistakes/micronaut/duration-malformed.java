package probe;

import io.micronaut.context.*;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.*;

@Singleton
class Churn {
  @Scheduled(fixedDelay = "soon") // here
  void load() {}
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Churn.class);
    }
  }
}
