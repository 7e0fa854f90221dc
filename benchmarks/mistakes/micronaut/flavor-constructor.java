package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import jakarta.inject.*;

interface Store {}

@Singleton
@Bean(typed = Store.class)
class Vault implements Store { // here
  private Vault(String port) {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Store.class);
    }
  }
}
