package probe;

import io.micronaut.context.*;
import jakarta.inject.*;

interface Pipeline {}

@Singleton
@Named("churn")
class Churn implements Pipeline {}

@Singleton
@Named("churn") // here
class Other implements Pipeline {} // here

@Singleton
class User {
  User(@Named("churn") Pipeline pipeline) {} // here
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run()) {
      context.getBean(User.class);
    }
  }
}
