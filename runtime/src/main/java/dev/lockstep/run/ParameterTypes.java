package dev.lockstep.run;

import dev.lockstep.descriptor.ParameterDescriptor;
import dev.lockstep.text.TextValues;
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
      Object unused = TextValues.parse(parameter.type(), text);
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
  static <T> T convert(Class<T> type, String text) {
    return TextValues.read(type, text);
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
