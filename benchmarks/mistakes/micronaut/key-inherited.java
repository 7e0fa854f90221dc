package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import java.util.*;

interface Base {
  String text(int port); // here
}

@ConfigurationProperties("warehouse")
interface Warehouse extends Base { // here
  String getUrl();
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run(Map.of("warehouse.url", "x"))) {
      context.getBean(Warehouse.class);
    }
  }
}
