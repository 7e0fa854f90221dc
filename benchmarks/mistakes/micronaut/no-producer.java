package probe;

import io.micronaut.context.*;
import jakarta.inject.*;

class Model {}

@Singleton
class Train {
  Train(Model model) {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Train.class);
    }
  }
}
