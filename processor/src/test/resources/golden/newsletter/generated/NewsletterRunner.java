package golden.newsletter;

import dev.lockstep.artifact.Types;
import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.StepCall;
import dev.lockstep.run.StepContext;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Runs the pipeline {@code newsletter}. Generated from {@code golden.newsletter.Newsletter}.
 *
 * <p>{@code java golden.newsletter.NewsletterRunner --help} lists the options.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class NewsletterRunner {
  /**
   * The pipeline as an object, for embedding:
   * {@code Lockstep.run(NewsletterRunner.PIPELINE, options)}.
   */
  public static final CompiledPipeline PIPELINE =
      CompiledPipeline.of(NewsletterRunner.class, "golden.newsletter.Newsletter",
          NewsletterRunner::call);

  private NewsletterRunner() {}

  /** Runs the pipeline and ends the process. */
  public static void main(String... args) {
    Lockstep.main(PIPELINE, args);
  }

  private static void call(String step, StepCall call) throws Exception {
    switch (step) {
      case "readers" -> readers(call);
      case "letter" -> letter(call);
      case "send" -> send(call);
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void readers(StepCall call) throws Exception {
    String names = call.parameter("names", String.class);
    List<String> output = new Newsletter().readers(names);
    call.output("readers", output, Types.of(List.class, String.class));
  }

  private static void letter(StepCall call) throws Exception {
    List<String> readers = call.input("readers", Types.of(List.class, String.class));
    String output = new Newsletter().letter(readers);
    call.output("letter", output, String.class);
  }

  private static void send(StepCall call) throws Exception {
    String letter = call.input("letter", String.class);
    Mailbox mailbox = call.secret("mailbox", new MailboxSchema());
    StepContext context = call.context();
    new Newsletter().send(letter, mailbox, context);
  }
}
