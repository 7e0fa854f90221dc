package dev.lockstep.run;

import dev.lockstep.descriptor.ParameterDescriptor;
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
import org.jspecify.annotations.Nullable;

/** The types that a pipeline's parameter may have, and how their text is read. */
final class ParameterTypes {
  private ParameterTypes() {}

  /**
   * Why a text is no value of a parameter, or null when it is one.
   *
   * @return such as {@code is no int}
   */
  static @Nullable String problem(ParameterDescriptor parameter, String text) {
    if (!parameter.constants().isEmpty()) {
      return parameter.constants().contains(text)
          ? null
          : "is none of " + String.join(", ", parameter.constants());
    }
    try {
      parse(parameter.type(), text);
      return null;
    } catch (RuntimeException e) {
      return "is no " + simpleName(parameter.type()) + example(parameter.type());
    }
  }

  /** The type as a person calls it: {@code LocalDate}. */
  static String simpleName(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  /** Reads a text that {@link #problem} found nothing wrong with. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // An enum's constant is of the enum's type.
  static <T> T convert(Class<T> type, String text) {
    if (type.isEnum()) {
      return (T) Enum.valueOf((Class) type, text);
    }
    return type.cast(parse(type.getName(), text));
  }

  private static Object parse(String type, String text) {
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

  private static String example(String type) {
    return switch (type) {
      case "boolean", "java.lang.Boolean" -> ": write true or false";
      case "java.time.LocalDate" -> ": write it like 2026-01-31";
      case "java.time.LocalTime" -> ": write it like 23:59:00";
      case "java.time.LocalDateTime" -> ": write it like 2026-01-31T23:59:00";
      case "java.time.Instant" -> ": write it like 2026-01-31T23:59:00Z";
      case "java.time.Duration" -> ": write it like PT5M";
      case "java.time.Period" -> ": write it like P7D";
      default -> "";
    };
  }
}
