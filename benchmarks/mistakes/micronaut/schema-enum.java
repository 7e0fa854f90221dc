package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;

@ConfigurationProperties("warehouse")
enum Warehouse {} // here

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Warehouse.class);
    }
  }
}
