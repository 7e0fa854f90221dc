package golden.included;

import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import golden.included.steps.Order;
import golden.included.steps.Reports;
import java.util.List;

/** Steps of other classes, here and in another package. */
@Pipeline(steps = {Loading.class, Reports.class, Reports.Mail.class})
public class Orders {
  @Step
  Order largest(List<Order> orders) {
    return orders.get(0);
  }
}
