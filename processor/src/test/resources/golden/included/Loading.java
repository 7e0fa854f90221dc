package golden.included;

import dev.lockstep.Step;
import golden.included.steps.Order;
import java.util.List;

class Loading {
  @Step
  static List<Order> orders() {
    return List.of(new Order("book", 1));
  }
}
