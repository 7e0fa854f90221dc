package dev.lockstep.processor.model;

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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The types that a parameter of a pipeline may have: how a text becomes one. */
public enum ParameterKind {
  STRING("java.lang.String", text -> text),
  BOOLEAN("java.lang.Boolean", ParameterKind::parseBoolean),
  INT("java.lang.Integer", Integer::valueOf),
  LONG("java.lang.Long", Long::valueOf),
  DOUBLE("java.lang.Double", text -> inRange(Double.valueOf(text), text)),
  FLOAT("java.lang.Float", text -> inRange(Float.valueOf(text), text)),
  SHORT("java.lang.Short", Short::valueOf),
  BYTE("java.lang.Byte", Byte::valueOf),
  BIG_INTEGER("java.math.BigInteger", BigInteger::new),
  BIG_DECIMAL("java.math.BigDecimal", BigDecimal::new),
  LOCAL_DATE("java.time.LocalDate", LocalDate::parse),
  LOCAL_TIME("java.time.LocalTime", LocalTime::parse),
  LOCAL_DATE_TIME("java.time.LocalDateTime", LocalDateTime::parse),
  INSTANT("java.time.Instant", Instant::parse),
  DURATION("java.time.Duration", Duration::parse),
  PERIOD("java.time.Period", Period::parse),
  URI("java.net.URI", java.net.URI::create),
  UUID("java.util.UUID", java.util.UUID::fromString),
  PATH("java.nio.file.Path", Path::of),
  /** One of the constants of an enum; the constants decide, not the text alone. */
  ENUM("", text -> text);

  /** What a user may write, for messages. */
  public static final String SUPPORTED =
      "String, boolean, int, long, double, float, short, byte and their boxes, BigInteger,"
          + " BigDecimal, LocalDate, LocalTime, LocalDateTime, Instant, Duration, Period, URI,"
          + " UUID, Path and enums";

  private static final List<ParameterKind> WHOLE_NUMBERS = List.of(INT, LONG, SHORT, BYTE);

  private final String boxedName;

  @SuppressWarnings("ImmutableEnumChecker") // All are functions without state.
  private final Function<String, Object> parser;

  ParameterKind(String boxedName, Function<String, Object> parser) {
    this.boxedName = boxedName;
    this.parser = parser;
  }

  /** The kind of a class, by the name of its box. */
  public static Optional<ParameterKind> of(String boxedName) {
    return Arrays.stream(values())
        .filter(kind -> kind.boxedName.equals(boxedName) && kind != ENUM)
        .findFirst();
  }

  /** Why a text is none of this type, or empty when it is one. */
  public Optional<String> objection(String text) {
    try {
      Object unused = parser.apply(text);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(reason(text));
    }
  }

  private String reason(String text) {
    if (WHOLE_NUMBERS.contains(this)) {
      return isWholeNumber(text)
          ? "it is out of range"
          : "it is no whole number without other characters";
    }
    return switch (this) {
      case BOOLEAN -> "it must be true or false";
      case DOUBLE, FLOAT ->
          isNumber(text) ? "it is out of range" : "it is no number; a decimal point is written '.'";
      case BIG_DECIMAL -> "it is no number; a decimal point is written '.'";
      case BIG_INTEGER -> "it is no whole number";
      case LOCAL_DATE ->
          text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
              ? "there is no such day"
              : "a date is written like 2026-01-31";
      case LOCAL_TIME -> "a time is written like 23:59:00";
      case LOCAL_DATE_TIME -> "a date and time is written like 2026-01-31T23:59:00";
      case INSTANT -> "an instant is written like 2026-01-31T23:59:00Z";
      case DURATION -> "a duration is written like PT5M or PT0.5S";
      case PERIOD -> "a period is written like P1Y2M3D";
      case URI -> "a URI holds no blanks and other characters that need escapes";
      case UUID -> "a UUID is written like 123e4567-e89b-12d3-a456-426614174000";
      default -> "it cannot be read";
    };
  }

  private static boolean isWholeNumber(String text) {
    return text.matches("[+-]?[0-9]+");
  }

  private static boolean isNumber(String text) {
    try {
      Double unused = Double.valueOf(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Java rounds what is too large to infinity, which somebody who means it writes as such. */
  private static <T extends Number> T inRange(T number, String text) {
    if (Double.isInfinite(number.doubleValue()) && !text.contains("Infinity")) {
      throw new IllegalArgumentException();
    }
    return number;
  }

  private static Boolean parseBoolean(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }
}
