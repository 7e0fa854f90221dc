package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;

@Factory
class Churn { // here
  String load() {
    return "";
  }
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Churn.class);
    }
  }
}
