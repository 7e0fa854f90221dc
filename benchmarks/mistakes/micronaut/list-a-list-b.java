package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import jakarta.inject.*;

class Box<T> {}

@Factory
class Churn {
  @Singleton Box<String> load() {
    return new Box<>();
  }
}

@Singleton
class Train {
  Train(Box<Integer> numbers) {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Train.class);
    }
  }
}
