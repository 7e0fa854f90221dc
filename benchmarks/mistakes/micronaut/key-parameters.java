package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import java.util.*;

@ConfigurationProperties("warehouse")
interface Warehouse {
  String getUrl(int port); // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run(Map.of("warehouse.url", "x"))) {
      context.getBean(Warehouse.class);
    }
  }
}
