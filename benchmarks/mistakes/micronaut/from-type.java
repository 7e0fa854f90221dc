package probe;

import io.micronaut.context.*;
import jakarta.inject.*;

interface Base {}

class Model {}

@Singleton
@Named("load")
class One implements Base {}

@Singleton
class Train {
  Train(@Named("load") Model model) {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Train.class);
    }
  }
}
