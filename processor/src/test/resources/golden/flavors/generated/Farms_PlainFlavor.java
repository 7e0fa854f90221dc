package golden.flavors;

import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The orchestrator flavor {@code farm}: makes {@link Farms.Plain}. Generated from {@code golden.flavors.Farms.Plain}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class Farms_PlainFlavor implements ComponentFlavor<Farms.Plain> {
  /** Creates the flavor, which keeps no state. */
  public Farms_PlainFlavor() {}

  @Override
  public ComponentType type() {
    return ComponentType.ORCHESTRATOR;
  }

  @Override
  public String name() {
    return "farm";
  }

  @Override
  public String description() {
    return "The orchestrator golden.flavors.Farms.Plain.";
  }

  @Override
  public List<FlavorOption> options() {
    return List.of();
  }

  @Override
  public Farms.Plain create(ComponentContext context) {
    // There are no options: whatever is configured is refused.
    Options unused = Options.of(this, context);
    return new Farms.Plain();
  }
}
