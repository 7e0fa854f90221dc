package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import jakarta.inject.*;
import java.util.*;

@ConfigurationProperties("warehouse")
interface One {
  int getPort();
}

@ConfigurationProperties("warehouse")
interface Two {
  java.time.Duration getPort(); // here
}

@Singleton
class User {
  User(One one, Two two) {
    one.getPort();
    two.getPort();
  }
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run(Map.of("warehouse.port", "5432"))) {
      context.getBean(User.class);
    }
  }
}
