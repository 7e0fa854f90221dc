package dev.lockstep.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping from texts to nodes. The typed accessors throw {@link YamlFormatException}, naming
 * field and line, when a field is there and of another kind.
 *
 * @param entries the fields, in their order
 * @param line see {@link YamlNode#line}
 */
public record YamlMapping(Map<String, YamlNode> entries, int line) implements YamlNode {
  public YamlMapping {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** A mapping that was not read from a file. */
  public static YamlMapping of(Map<String, YamlNode> entries) {
    return new YamlMapping(entries, 0);
  }

  /** A field's text, or null when the field is absent or YAML's null. */
  public @Nullable String text(String field) {
    YamlNode node = entries.get(field);
    if (node == null) {
      return null;
    }
    if (node instanceof YamlScalar scalar) {
      return scalar.isNull() ? null : scalar.text();
    }
    throw new YamlFormatException("the field '" + field + "' is not a text", node.line());
  }

  /** A field's mapping; an absent or null field is an empty one. */
  public YamlMapping mapping(String field) {
    YamlNode node = entries.get(field);
    if (node == null) {
      return new YamlMapping(Map.of(), line);
    }
    if (node instanceof YamlMapping mapping) {
      return mapping;
    }
    if (node instanceof YamlScalar scalar && scalar.plain() && scalar.text().isEmpty()) {
      return new YamlMapping(Map.of(), node.line());
    }
    throw new YamlFormatException("the field '" + field + "' is not a mapping", node.line());
  }
}
