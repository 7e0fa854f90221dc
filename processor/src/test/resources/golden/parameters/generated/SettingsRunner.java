package golden.parameters;

import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.StepCall;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Runs the pipeline {@code settings}. Generated from {@code golden.parameters.Settings}.
 *
 * <p>{@code java golden.parameters.SettingsRunner --help} lists the options.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class SettingsRunner {
  /**
   * The pipeline as an object, for embedding:
   * {@code Lockstep.run(SettingsRunner.PIPELINE, options)}.
   */
  public static final CompiledPipeline PIPELINE =
      CompiledPipeline.of(SettingsRunner.class, "golden.parameters.Settings", SettingsRunner::call);

  private SettingsRunner() {}

  /** Runs the pipeline and ends the process. */
  public static void main(String... args) {
    Lockstep.main(PIPELINE, args);
  }

  private static void call(String step, StepCall call) throws Exception {
    switch (step) {
      case "required" -> required(call);
      case "numbers" -> numbers(call);
      case "times" -> times(call);
      case "names" -> names(call);
      case "shared" -> shared(call);
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void required(StepCall call) throws Exception {
    String text = call.parameter("text", String.class);
    boolean flag = call.parameter("flag", Boolean.class);
    int number = call.parameter("number", Integer.class);
    Settings.Mode mode = call.parameter("mode", Settings.Mode.class);
    new Settings().required(text, flag, number, mode);
  }

  private static void numbers(StepCall call) throws Exception {
    long big = call.parameter("big", Long.class);
    double learningRate = call.parameter("learning-rate", Double.class);
    Float ratio = call.parameter("ratio", Float.class);
    Short small = call.parameter("small", Short.class);
    byte tiny = call.parameter("tiny", Byte.class);
    BigInteger huge = call.parameter("huge", BigInteger.class);
    BigDecimal price = call.parameter("price", BigDecimal.class);
    new Settings().numbers(big, learningRate, ratio, small, tiny, huge, price);
  }

  private static void times(StepCall call) throws Exception {
    LocalDate since = call.parameter("since", LocalDate.class);
    LocalTime at = call.parameter("at", LocalTime.class);
    LocalDateTime moment = call.parameter("moment", LocalDateTime.class);
    Instant instant = call.parameter("instant", Instant.class);
    Duration pause = call.parameter("pause", Duration.class);
    Period period = call.parameter("period", Period.class);
    new Settings().times(since, at, moment, instant, pause, period);
  }

  private static void names(StepCall call) throws Exception {
    URI endpoint = call.parameter("endpoint", URI.class);
    UUID id = call.parameter("id", UUID.class);
    Path file = call.parameter("file", Path.class);
    String note = call.parameter("note", String.class);
    String title = call.parameter("the-title", String.class);
    new Settings().names(endpoint, id, file, note, title);
  }

  private static void shared(StepCall call) throws Exception {
    double learningRate = call.parameter("learning-rate", Double.class);
    int number = call.parameter("number", Integer.class);
    new Settings().shared(learningRate, number);
  }
}
