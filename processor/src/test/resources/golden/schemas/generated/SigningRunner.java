package golden.schemas;

import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.StepCall;
import javax.annotation.processing.Generated;

/**
 * Runs the pipeline {@code signing}. Generated from {@code golden.schemas.Signing}.
 *
 * <p>{@code java golden.schemas.SigningRunner --help} lists the options.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class SigningRunner {
  /**
   * The pipeline as an object, for embedding:
   * {@code Lockstep.run(SigningRunner.PIPELINE, options)}.
   */
  public static final CompiledPipeline PIPELINE =
      CompiledPipeline.of(SigningRunner.class, "golden.schemas.Signing", SigningRunner::call);

  private SigningRunner() {}

  /** Runs the pipeline and ends the process. */
  public static void main(String... args) {
    Lockstep.main(PIPELINE, args);
  }

  private static void call(String step, StepCall call) throws Exception {
    switch (step) {
      case "sign" -> sign(call);
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void sign(StepCall call) throws Exception {
    Everything everything = call.secret("everything", new EverythingSchema());
    Tokens tokens = call.secret("tokens", new TokensSchema());
    String output = new Signing().sign(everything, tokens);
    call.output("sign", output, String.class);
  }
}
