package golden.included;

import dev.lockstep.artifact.Types;
import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.StepCall;
import golden.included.steps.Order;
import golden.included.steps.Reports;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Runs the pipeline {@code orders}. Generated from {@code golden.included.Orders}.
 *
 * <p>{@code java golden.included.OrdersRunner --help} lists the options.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class OrdersRunner {
  /**
   * The pipeline as an object, for embedding:
   * {@code Lockstep.run(OrdersRunner.PIPELINE, options)}.
   */
  public static final CompiledPipeline PIPELINE =
      CompiledPipeline.of(OrdersRunner.class, "golden.included.Orders", OrdersRunner::call);

  private OrdersRunner() {}

  /** Runs the pipeline and ends the process. */
  public static void main(String... args) {
    Lockstep.main(PIPELINE, args);
  }

  private static void call(String step, StepCall call) throws Exception {
    switch (step) {
      case "orders" -> orders(call);
      case "largest" -> largest(call);
      case "report" -> report(call);
      case "send" -> send(call);
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void orders(StepCall call) throws Exception {
    List<Order> output = Loading.orders();
    call.output("orders", output, Types.of(List.class, Order.class));
  }

  private static void largest(StepCall call) throws Exception {
    List<Order> orders = call.input("orders", Types.of(List.class, Order.class));
    Order output = new Orders().largest(orders);
    call.output("largest", output, Order.class);
  }

  private static void report(StepCall call) throws Exception {
    Order largest = call.input("largest", Order.class);
    List<Order> orders = call.input("orders", Types.of(List.class, Order.class));
    String output = new Reports().report(largest, orders);
    call.output("report", output, String.class);
  }

  private static void send(StepCall call) throws Exception {
    String report = call.input("report", String.class);
    Reports.Mail.send(report);
  }
}
