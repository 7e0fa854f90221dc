package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import jakarta.inject.*;
import java.util.*;

@Singleton
class Churn {
  Churn(@Value("1") @Property(name = "b") String text) {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run(Map.of("b", "2"))) {
      context.getBean(Churn.class);
    }
  }
}
