package golden.included.steps;

import dev.lockstep.Step;
import java.util.List;

public class Reports {
  public Reports() {}

  @Step
  public String report(Order largest, List<Order> orders) {
    return orders.size() + " orders, the largest of " + largest.number();
  }

  public static class Mail {
    public Mail() {}

    @Step
    public static void send(String report) {}
  }
}
