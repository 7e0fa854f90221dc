package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import jakarta.inject.*;

class Model {
  private Model(int a, int b) {}
}

@Singleton
class Churn {
  Churn(@Value("text") Model model) {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Churn.class);
    }
  }
}
