package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.*;

@ConfigurationProperties("warehouse")
interface Warehouse {
  String getUrl();

  @Bindable(defaultValue = "y") // here
  static String getText() { // here
    return "x";
  }
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run(Map.of("warehouse.url", "x"))) {
      context.getBean(Warehouse.class);
    }
  }
}
