package dev.lockstep.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON as {@code Map}, {@code List}, {@code String}, {@code Number}, {@code
 * Boolean} and null.
 */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /**
   * Reads one object and the end of the input.
   *
   * @throws JsonFormatException when it is not one JSON object; the message tells line and column
   *     and quotes nothing
   */
  public static JsonObject readObject(InputStream in) throws IOException {
    try (JsonParser parser = FACTORY.createParser(in)) {
      return object(parser);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    }
  }

  /** Reads one object from a text; see {@link #readObject(InputStream)}. */
  public static JsonObject readObject(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return object(parser);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a value on one line. */
  public static String write(@Nullable Object value) {
    StringWriter text = new StringWriter();
    write(value, text, false);
    return text.toString();
  }

  /** Writes a value over several lines, for people. */
  public static String writePretty(@Nullable Object value) {
    StringWriter text = new StringWriter();
    write(value, text, true);
    return text.toString();
  }

  private static void write(@Nullable Object value, Writer out, boolean pretty) {
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      if (pretty) {
        generator.useDefaultPrettyPrinter();
      }
      write(value, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(@Nullable Object value, JsonGenerator out) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName(String.valueOf(entry.getKey()));
        write(entry.getValue(), out);
      }
      out.writeEndObject();
    } else if (value instanceof Iterable<?> list) {
      out.writeStartArray();
      for (Object element : list) {
        write(element, out);
      }
      out.writeEndArray();
    } else if (value instanceof Integer || value instanceof Long) {
      out.writeNumber(((Number) value).longValue());
    } else if (value instanceof Number number) {
      out.writeNumber(number.doubleValue());
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else {
      out.writeString(value.toString());
    }
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    parser.nextToken();
    Object value = value(parser);
    if (!(value instanceof Map<?, ?>) || parser.nextToken() != null) {
      throw new JsonFormatException("not one JSON object");
    }
    return new JsonObject(asMap(value));
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new JsonFormatException("the JSON ends too early");
    }
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          if (map.containsKey(name)) {
            // Readers disagree on which one counts, so nobody should have to know.
            throw new JsonFormatException("the field '" + name + "' is there twice");
          }
          map.put(name, value(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  @SuppressWarnings("unchecked") // Only value() makes these maps, and its keys are strings.
  static Map<String, @Nullable Object> asMap(Object value) {
    return (Map<String, @Nullable Object>) value;
  }

  private static JsonFormatException malformed(JsonProcessingException e) {
    // Jackson's own message quotes the input, which may hold what must not be shown.
    return new JsonFormatException(
        e.getLocation() == null
            ? "not valid JSON"
            : "not valid JSON at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr());
  }
}
