package dev.lockstep.secret;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type that a key's value may have: how its text is read and written. A secret holds text only;
 * what a schema's methods return is made of it here.
 *
 * @param <T> what the text becomes
 */
public final class ValueType<T> {
  public static final ValueType<String> STRING =
      new ValueType<>("string", "a text", text -> text, value -> value);
  public static final ValueType<SecretValue> SECRET =
      new ValueType<>("secret", "a text", SecretValue::of, SecretValue::reveal);
  public static final ValueType<char[]> CHARS =
      new ValueType<>("chars", "a text", String::toCharArray, String::new);

  /** Bytes, as base64 (RFC 4648, section 4) in the secret. */
  public static final ValueType<byte[]> BYTES =
      new ValueType<>(
          "bytes", "base64", Base64.getDecoder()::decode, Base64.getEncoder()::encodeToString);

  /** {@code true} or {@code false}, in any case. */
  public static final ValueType<Boolean> BOOLEAN =
      new ValueType<>("boolean", "true or false", ValueType::parseBoolean, String::valueOf);

  public static final ValueType<Integer> INT =
      new ValueType<>("int", "a whole number (int)", Integer::valueOf, String::valueOf);
  public static final ValueType<Long> LONG =
      new ValueType<>("long", "a whole number (long)", Long::valueOf, String::valueOf);
  public static final ValueType<Double> DOUBLE =
      new ValueType<>("double", "a number", Double::valueOf, String::valueOf);
  public static final ValueType<URI> URI =
      new ValueType<>("uri", "a URI", java.net.URI::create, java.net.URI::toString);
  public static final ValueType<Path> PATH =
      new ValueType<>("path", "a path", Path::of, Path::toString);

  /** An ISO 8601 duration, such as {@code PT5M}. */
  public static final ValueType<Duration> DURATION =
      new ValueType<>("duration", "an ISO 8601 duration", Duration::parse, Duration::toString);

  private final String name;
  private final String expectation;
  private final Function<String, T> parser;
  private final Function<T, String> formatter;

  private ValueType(
      String name, String expectation, Function<String, T> parser, Function<T, String> formatter) {
    this.name = name;
    this.expectation = expectation;
    this.parser = parser;
    this.formatter = formatter;
  }

  /** The constants of an enum, by their names. */
  public static <E extends Enum<E>> ValueType<E> enumOf(Class<E> type) {
    return new ValueType<>(
        "enum", "one of its constants", text -> Enum.valueOf(type, text), Enum::name);
  }

  /** The name by which schemas and descriptors speak of it, such as {@code uri}. */
  public String name() {
    return name;
  }

  /** What a text must be, for a message: "a URI". */
  String expectation() {
    return expectation;
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException when the text is none of this type; the message says nothing,
   *     because the JDK's own would quote the text
   */
  public T parse(String text) {
    try {
      return parser.apply(text);
    } catch (RuntimeException e) {
      // The cause is dropped on purpose: it quotes the text.
      throw new IllegalArgumentException("not " + expectation);
    }
  }

  /** Writes a value as text that {@link #parse} reads. */
  public String format(T value) {
    return formatter.apply(value);
  }

  /** The type of that name, or null for {@code enum} and for names that this version lacks. */
  static @Nullable ValueType<?> byName(String name) {
    return switch (name) {
      case "string" -> STRING;
      case "secret" -> SECRET;
      case "chars" -> CHARS;
      case "bytes" -> BYTES;
      case "boolean" -> BOOLEAN;
      case "int" -> INT;
      case "long" -> LONG;
      case "double" -> DOUBLE;
      case "uri" -> URI;
      case "path" -> PATH;
      case "duration" -> DURATION;
      default -> null;
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
