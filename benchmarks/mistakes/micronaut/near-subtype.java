package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import jakarta.inject.*;

interface Base {}

class Sub implements Base {}

@Factory
class Churn {
  @Singleton Base load() {
    return new Sub();
  }
}

@Singleton
class Train {
  Train(Sub sub) {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(Train.class);
    }
  }
}
