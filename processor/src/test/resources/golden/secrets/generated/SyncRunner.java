package golden.secrets;

import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.StepCall;
import dev.lockstep.run.StepContext;
import dev.lockstep.secret.AwsSecret;
import dev.lockstep.secret.AwsSecretSchema;
import dev.lockstep.secret.Secret;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Runs the pipeline {@code sync}. Generated from {@code golden.secrets.Sync}.
 *
 * <p>{@code java golden.secrets.SyncRunner --help} lists the options.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class SyncRunner {
  /**
   * The pipeline as an object, for embedding:
   * {@code Lockstep.run(SyncRunner.PIPELINE, options)}.
   */
  public static final CompiledPipeline PIPELINE =
      CompiledPipeline.of(SyncRunner.class, "golden.secrets.Sync", SyncRunner::call);

  private SyncRunner() {}

  /** Runs the pipeline and ends the process. */
  public static void main(String... args) {
    Lockstep.main(PIPELINE, args);
  }

  private static void call(String step, StepCall call) throws Exception {
    switch (step) {
      case "typed" -> typed(call);
      case "raw" -> raw(call);
      case "optional" -> optional(call);
      case "environment" -> environment(call);
      case "both" -> both(call);
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void typed(StepCall call) throws Exception {
    Warehouse warehouse = call.secret("warehouse", new WarehouseSchema());
    AwsSecret aws = call.secret("aws", new AwsSecretSchema());
    int output = new Sync().typed(warehouse, aws);
    call.output("typed", output, Integer.class);
  }

  private static void raw(StepCall call) throws Exception {
    Secret vendor = call.secret("vendor");
    int output = new Sync().raw(vendor);
    call.output("raw", output, Integer.class);
  }

  private static void optional(StepCall call) throws Exception {
    Optional<Secret> maybe = call.optionalSecret("proxy");
    Optional<Sync.MailServer> server = call.optionalSecret("mail", new Sync_MailServerSchema());
    int output = new Sync().optional(maybe, server);
    call.output("optional", output, Integer.class);
  }

  private static void environment(StepCall call) throws Exception {
    StepContext context = call.context();
    int output = new Sync().environment(context);
    call.output("environment", output, Integer.class);
  }

  private static void both(StepCall call) throws Exception {
    Warehouse source = call.secret("warehouse", new WarehouseSchema());
    Secret vendor = call.secret("vendor");
    int output = new Sync().both(source, vendor);
    call.output("both", output, Integer.class);
  }
}
