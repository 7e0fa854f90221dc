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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The types that a parameter of a pipeline may have: how a text becomes one. */
public enum ParameterKind {
  STRING("java.lang.String"),
  BOOLEAN("java.lang.Boolean"),
  INT("java.lang.Integer"),
  LONG("java.lang.Long"),
  DOUBLE("java.lang.Double"),
  FLOAT("java.lang.Float"),
  SHORT("java.lang.Short"),
  BYTE("java.lang.Byte"),
  BIG_INTEGER("java.math.BigInteger"),
  BIG_DECIMAL("java.math.BigDecimal"),
  LOCAL_DATE("java.time.LocalDate"),
  LOCAL_TIME("java.time.LocalTime"),
  LOCAL_DATE_TIME("java.time.LocalDateTime"),
  INSTANT("java.time.Instant"),
  DURATION("java.time.Duration"),
  PERIOD("java.time.Period"),
  URI("java.net.URI"),
  UUID("java.util.UUID"),
  PATH("java.nio.file.Path"),
  /** One of the constants of an enum; the constants decide, not the text alone. */
  ENUM("");

  /** What a user may write, for messages. */
  public static final String SUPPORTED =
      "String, boolean, int, long, double, float, short, byte and their boxes, BigInteger,"
          + " BigDecimal, LocalDate, LocalTime, LocalDateTime, Instant, Duration, Period, URI,"
          + " UUID, Path and enums";

  private static final List<ParameterKind> WHOLE_NUMBERS = List.of(INT, LONG, SHORT, BYTE);

  private final String boxedName;

  ParameterKind(String boxedName) {
    this.boxedName = boxedName;
  }

  /** The kind of a class, by the name of its box. */
  public static Optional<ParameterKind> of(String boxedName) {
    for (ParameterKind kind : values()) {
      if (kind.boxedName.equals(boxedName) && kind != ENUM) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Why a text is none of this type, or empty when it is one. */
  public Optional<String> objection(String text) {
    try {
      Object unused = parse(text);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(reason(text));
    }
  }

  /** A switch and no function per constant, each of which would be a class to load. */
  private Object parse(String text) {
    return switch (this) {
      case STRING, ENUM -> text;
      case BOOLEAN -> parseBoolean(text);
      case INT -> Integer.valueOf(text);
      case LONG -> Long.valueOf(text);
      case DOUBLE -> inRange(Double.valueOf(text), text);
      case FLOAT -> inRange(Float.valueOf(text), text);
      case SHORT -> Short.valueOf(text);
      case BYTE -> Byte.valueOf(text);
      case BIG_INTEGER -> new BigInteger(text);
      case BIG_DECIMAL -> new BigDecimal(text);
      case LOCAL_DATE -> LocalDate.parse(text);
      case LOCAL_TIME -> LocalTime.parse(text);
      case LOCAL_DATE_TIME -> LocalDateTime.parse(text);
      case INSTANT -> Instant.parse(text);
      case DURATION -> Duration.parse(text);
      case PERIOD -> Period.parse(text);
      case URI -> java.net.URI.create(text);
      case UUID -> java.util.UUID.fromString(text);
      case PATH -> Path.of(text);
    };
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
