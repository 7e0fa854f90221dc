package dev.lockstep.text;

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
import java.util.Locale;
import java.util.UUID;

/**
 * How a text becomes a value: the one set of rules for parameters of pipelines and for attributes
 * of components. The processor tries defaults by the same ones.
 */
public final class TextValues {
  private TextValues() {}

  /**
   * Reads a text as a value of a class, which may be an enum.
   *
   * @throws RuntimeException when it is none
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // An enum's constant is of the enum's type.
  public static <T> T read(Class<T> type, String text) {
    if (type.isEnum()) {
      return (T) Enum.valueOf((Class) type, text);
    }
    return type.cast(parse(type.getName(), text));
  }

  /**
   * Reads a text as a value of a class, given by its name.
   *
   * @throws RuntimeException when it is none
   */
  public static Object parse(String type, String text) {
    return switch (type) {
      case "java.lang.String" -> text;
      case "boolean", "java.lang.Boolean" -> parseBoolean(text);
      case "int", "java.lang.Integer" -> Integer.valueOf(text);
      case "long", "java.lang.Long" -> Long.valueOf(text);
      case "short", "java.lang.Short" -> Short.valueOf(text);
      case "byte", "java.lang.Byte" -> Byte.valueOf(text);
      case "double", "java.lang.Double" -> Double.valueOf(text);
      case "float", "java.lang.Float" -> Float.valueOf(text);
      case "java.math.BigInteger" -> new BigInteger(text);
      case "java.math.BigDecimal" -> new BigDecimal(text);
      case "java.time.LocalDate" -> LocalDate.parse(text);
      case "java.time.LocalTime" -> LocalTime.parse(text);
      case "java.time.LocalDateTime" -> LocalDateTime.parse(text);
      case "java.time.Instant" -> Instant.parse(text);
      case "java.time.Duration" -> Duration.parse(text);
      case "java.time.Period" -> Period.parse(text);
      case "java.net.URI" -> URI.create(text);
      case "java.util.UUID" -> UUID.fromString(text);
      case "java.nio.file.Path" -> Path.of(text);
      default ->
          throw new IllegalArgumentException(
              "This version of lockstep-runtime does not know parameters of type " + type);
    };
  }

  private static Boolean parseBoolean(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }
}
