package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;

@ConfigurationProperties("warehouse")
interface Warehouse {
  String toString(); // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Warehouse.class);
    }
  }
}
