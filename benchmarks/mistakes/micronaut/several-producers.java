package probe;

import io.micronaut.context.*;
import jakarta.inject.*;

interface Base {}

@Singleton
class One implements Base {}

@Singleton
class Two implements Base {}

@Singleton
class Train {
  Train(Base base) {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Train.class);
    }
  }
}
