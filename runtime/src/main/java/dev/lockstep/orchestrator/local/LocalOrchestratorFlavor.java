package dev.lockstep.orchestrator.local;

import dev.lockstep.orchestrator.Orchestrator;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import dev.lockstep.stack.StackException;
import java.util.List;

/** The flavor {@code local} of orchestrators. */
public final class LocalOrchestratorFlavor implements ComponentFlavor<Orchestrator> {
  /** For those who list the built-in flavors. */
  public LocalOrchestratorFlavor() {}

  @Override
  public ComponentType type() {
    return ComponentType.ORCHESTRATOR;
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public String description() {
    return "steps run on this machine, independent ones in parallel";
  }

  @Override
  public List<FlavorOption> options() {
    return List.of(
        FlavorOption.withDefault(
            "parallelism", "int", "0", "How many steps run at once; 0: one per processor."),
        FlavorOption.withDefault(
            "isolation",
            "in-process|process",
            "in-process",
            "Where steps run that do not say it themselves: in the runner's JVM or in one each."));
  }

  @Override
  public Orchestrator create(ComponentContext context) {
    Options options = Options.of(this, context);
    int parallelism = options.number("parallelism");
    if (parallelism < 0) {
      throw new StackException(
          StackException.Reason.INVALID,
          "The orchestrator '"
              + context.component()
              + "': parallelism is negative. Fix: lockstep orchestrator update "
              + context.component()
              + " --parallelism=4");
    }
    return new LocalOrchestrator(
        parallelism == 0 ? Runtime.getRuntime().availableProcessors() : parallelism,
        options.text("isolation").equals("process"));
  }
}
