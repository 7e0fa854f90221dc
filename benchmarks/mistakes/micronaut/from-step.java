package probe;

import io.micronaut.context.*;
import jakarta.inject.*;

interface Base {}

@Singleton
@Named("load")
class One implements Base {}

@Singleton
class Train {
  Train(@Named("laod") Base base) {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Train.class);
    }
  }
}
