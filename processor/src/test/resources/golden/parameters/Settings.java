package golden.parameters;

import dev.lockstep.Param;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
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

/** Parameters of every type, required and with defaults. */
@Pipeline
public class Settings {
  enum Mode {
    FAST,
    SAFE
  }

  @Step
  void required(
      @Param String text, @Param boolean flag, @Param int number, @Param("SAFE") Mode mode) {}

  @Step
  void numbers(
      @Param("9000000000") long big,
      @Param("0.01") double learningRate,
      @Param("0.5") Float ratio,
      @Param("7") Short small,
      @Param("1") byte tiny,
      @Param("123456789012345678901234567890") BigInteger huge,
      @Param("1.10") BigDecimal price) {}

  @Step
  void times(
      @Param("2026-01-01") LocalDate since,
      @Param("12:30") LocalTime at,
      @Param("2026-01-01T12:30") LocalDateTime moment,
      @Param("2026-01-01T12:30:00Z") Instant instant,
      @Param("PT5M") Duration pause,
      @Param("P1M") Period period) {}

  @Step
  void names(
      @Param("https://example.com/a?b=c") URI endpoint,
      @Param("00000000-0000-0000-0000-000000000001") UUID id,
      @Param("data/customers.csv") Path file,
      @Param(value = "a \"quoted\" \\ text, größer", description = "What to say.") String note,
      @Param(name = "the-title", value = "") String title) {}

  /** Steps share a parameter by its name. */
  @Step
  void shared(@Param("0.01") double learningRate, @Param int number) {}
}
