package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import jakarta.inject.*;
import java.util.*;

@Singleton
class Churn {
  Churn(@Property(name = "warehuose.url") String url) {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run(Map.of("warehouse.url", "x"))) {
      context.getBean(Churn.class);
    }
  }
}
