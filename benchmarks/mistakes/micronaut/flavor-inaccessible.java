package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import jakarta.inject.*;

interface Store {}

class Outer {
  @Singleton
  @Bean(typed = Store.class)
  private static class Vault implements Store {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Store.class);
    }
  }
}
