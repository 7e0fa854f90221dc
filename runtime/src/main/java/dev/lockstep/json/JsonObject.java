package dev.lockstep.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose fields are read by type. Every method throws {@link JsonFormatException},
 * naming the field, when a field has another type or a needed one is missing.
 *
 * @param fields the fields, in their order
 */
public record JsonObject(Map<String, @Nullable Object> fields) {

  /** A text that must be there. */
  public String string(String field) {
    return need(field, stringOrNull(field));
  }

  /** A text, or the default when the field is absent. */
  public String string(String field, String absent) {
    String value = stringOrNull(field);
    return value == null ? absent : value;
  }

  public @Nullable String stringOrNull(String field) {
    return cast(field, String.class, "a text");
  }

  /** A whole number that must be there. */
  public long number(String field) {
    return need(field, cast(field, Number.class, "a number")).longValue();
  }

  /** A whole number, or the default when the field is absent. */
  public long number(String field, long absent) {
    Number value = cast(field, Number.class, "a number");
    return value == null ? absent : value.longValue();
  }

  /** A truth value, or the default when the field is absent. */
  public boolean flag(String field, boolean absent) {
    Boolean value = cast(field, Boolean.class, "true or false");
    return value == null ? absent : value;
  }

  /** An object that must be there. */
  public JsonObject object(String field) {
    return need(field, objectOrNull(field));
  }

  public @Nullable JsonObject objectOrNull(String field) {
    Map<?, ?> value = cast(field, Map.class, "an object");
    return value == null ? null : new JsonObject(Json.asMap(value));
  }

  /** A list of texts; empty when the field is absent. */
  public List<String> strings(String field) {
    List<String> strings = new ArrayList<>();
    for (Object element : elements(field)) {
      if (!(element instanceof String text)) {
        throw wrong(field, "a list of texts");
      }
      strings.add(text);
    }
    return strings;
  }

  /** A list of objects; empty when the field is absent. */
  public List<JsonObject> objects(String field) {
    List<JsonObject> objects = new ArrayList<>();
    for (Object element : elements(field)) {
      if (!(element instanceof Map<?, ?> map)) {
        throw wrong(field, "a list of objects");
      }
      objects.add(new JsonObject(Json.asMap(map)));
    }
    return objects;
  }

  private List<?> elements(String field) {
    List<?> value = cast(field, List.class, "a list");
    return value == null ? List.of() : value;
  }

  private <T> @Nullable T cast(String field, Class<T> type, String expectation) {
    Object value = fields.get(field);
    if (value != null && !type.isInstance(value)) {
      throw wrong(field, expectation);
    }
    return type.cast(value);
  }

  private static <T> T need(String field, @Nullable T value) {
    if (value == null) {
      throw new JsonFormatException("the field '" + field + "' is missing");
    }
    return value;
  }

  private static JsonFormatException wrong(String field, String expectation) {
    return new JsonFormatException("the field '" + field + "' is not " + expectation);
  }

  /** Names the fields and shows none: a provider's answer may hold a value. */
  @Override
  public String toString() {
    return "JsonObject" + fields.keySet();
  }
}
