package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import jakarta.inject.*;

@Factory
class Churn {
  @Singleton Integer load() {
    return 1;
  }
}

@Singleton
class Train {
  Train(Long number) {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Train.class);
    }
  }
}
