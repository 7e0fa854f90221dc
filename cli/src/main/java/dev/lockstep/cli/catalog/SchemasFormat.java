package dev.lockstep.cli.catalog;

import dev.lockstep.secret.SchemaKey;
import dev.lockstep.yaml.Yaml;
import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlMapping;
import dev.lockstep.yaml.YamlNode;
import dev.lockstep.yaml.YamlScalar;
import dev.lockstep.yaml.YamlSequence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The format of {@code schemas.yaml}, number 1: a mapping from types to targets to what the schema
 * demands. Fields that this version does not know are kept.
 */
final class SchemasFormat {
  private static final String HEADER =
      "# Schemas that Lockstep saw in pipelines. May be deleted: they are then seen anew.\n";
  private static final String FORMAT = "format";
  private static final String VERSION = "1";
  private static final String SCHEMAS = "schemas";
  private static final String SEEN = "seen";
  private static final String MARK = "mark";
  private static final String DESCRIPTION = "description";
  private static final String AT_LEAST_ONE = "at_least_one";
  private static final String KEYS = "keys";

  private SchemasFormat() {}

  /** The document of a file, with its format checked; an empty one when there is no file. */
  static YamlMapping document(byte @Nullable [] content) {
    if (content == null) {
      return YamlMapping.of(Map.of());
    }
    YamlMapping document = Yaml.read(Yaml.text(content));
    String version = document.text(FORMAT);
    if (version == null || !version.equals(VERSION)) {
      throw new YamlFormatException(
          "the format is not " + VERSION + ", the only one that this version of lockstep reads",
          document.line());
    }
    return document;
  }

  static List<RememberedSchema> read(YamlMapping document) {
    List<RememberedSchema> schemas = new ArrayList<>();
    YamlMapping types = document.mapping(SCHEMAS);
    for (String type : types.entries().keySet()) {
      YamlMapping targets = types.mapping(type);
      for (String target : targets.entries().keySet()) {
        schemas.add(schema(type, target, targets.mapping(target)));
      }
    }
    return schemas;
  }

  /** The same document with these schemas in place of what it has of their types and targets. */
  static YamlMapping with(YamlMapping document, List<RememberedSchema> schemas) {
    Map<String, YamlNode> types = new LinkedHashMap<>(document.mapping(SCHEMAS).entries());
    for (RememberedSchema schema : schemas) {
      String type = schema.schema().type();
      Map<String, YamlNode> targets =
          new LinkedHashMap<>(YamlMapping.of(types).mapping(type).entries());
      String target = schema.target().toString();
      targets.put(target, fields(schema, YamlMapping.of(targets).mapping(target)));
      types.put(type, YamlMapping.of(targets));
    }
    return withTypes(document, types);
  }

  /**
   * The same document without a type, or without what a target says of it.
   *
   * @param target null for all targets
   */
  static YamlMapping without(YamlMapping document, String type, @Nullable Path target) {
    Map<String, YamlNode> types = new LinkedHashMap<>(document.mapping(SCHEMAS).entries());
    Map<String, YamlNode> targets =
        new LinkedHashMap<>(document.mapping(SCHEMAS).mapping(type).entries());
    if (target != null) {
      targets.remove(target.toString());
    }
    if (target == null || targets.isEmpty()) {
      types.remove(type);
    } else {
      types.put(type, YamlMapping.of(targets));
    }
    return withTypes(document, types);
  }

  static String text(YamlMapping document) {
    return HEADER + Yaml.write(document);
  }

  private static YamlMapping withTypes(YamlMapping document, Map<String, YamlNode> types) {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    fields.put(FORMAT, new YamlScalar(VERSION, true, 0));
    fields.putAll(document.entries());
    fields.put(SCHEMAS, YamlMapping.of(types));
    return YamlMapping.of(fields);
  }

  private static RememberedSchema schema(String type, String target, YamlMapping fields) {
    List<SchemaKey> keys = new ArrayList<>();
    YamlMapping all = fields.mapping(KEYS);
    for (String name : all.entries().keySet()) {
      keys.add(key(name, all.mapping(name)));
    }
    try {
      return new RememberedSchema(
          new KnownSchema(type, text(fields, DESCRIPTION), keys, flag(fields, AT_LEAST_ONE, false)),
          Path.of(target),
          text(fields, SEEN),
          text(fields, MARK));
    } catch (InvalidPathException e) {
      throw new YamlFormatException("a target is no path", fields.line());
    }
  }

  private static SchemaKey key(String name, YamlMapping fields) {
    List<String> constants = new ArrayList<>();
    if (fields.entries().get("constants") instanceof YamlSequence sequence) {
      for (YamlNode constant : sequence.elements()) {
        if (constant instanceof YamlScalar scalar) {
          constants.add(scalar.text());
        }
      }
    }
    String env = fields.text("env");
    return new SchemaKey(
        name,
        text(fields, "type"),
        flag(fields, "required", false),
        env == null ? SchemaKey.variable(name) : env,
        flag(fields, "masked", true),
        fields.text("pattern"),
        constants,
        text(fields, DESCRIPTION));
  }

  private static YamlMapping fields(RememberedSchema remembered, YamlMapping old) {
    KnownSchema schema = remembered.schema();
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    fields.put(SEEN, YamlScalar.of(remembered.seen()));
    fields.put(MARK, YamlScalar.of(remembered.mark()));
    putUnless("", fields, DESCRIPTION, schema.description());
    if (schema.atLeastOne()) {
      fields.put(AT_LEAST_ONE, word(true));
    }
    Map<String, YamlNode> keys = new LinkedHashMap<>();
    YamlMapping oldKeys = old.mapping(KEYS);
    for (SchemaKey key : schema.keys()) {
      keys.put(key.name(), fields(key, oldKeys.mapping(key.name())));
    }
    fields.put(KEYS, YamlMapping.of(keys));
    return YamlMapping.of(withUnknown(fields, old, DESCRIPTION, AT_LEAST_ONE));
  }

  private static YamlMapping fields(SchemaKey key, YamlMapping old) {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    fields.put("type", YamlScalar.of(key.type()));
    fields.put("required", word(key.required()));
    fields.put("env", YamlScalar.of(key.env()));
    if (!key.masked()) {
      fields.put("masked", word(false));
    }
    String pattern = key.pattern();
    if (pattern != null) {
      fields.put("pattern", YamlScalar.of(pattern));
    }
    if (!key.constants().isEmpty()) {
      List<YamlNode> constants = new ArrayList<>();
      for (String constant : key.constants()) {
        constants.add(YamlScalar.of(constant));
      }
      fields.put("constants", new YamlSequence(constants, 0));
    }
    putUnless("", fields, DESCRIPTION, key.description());
    return YamlMapping.of(withUnknown(fields, old, DESCRIPTION, "masked", "pattern", "constants"));
  }

  /**
   * The fields, and those of the old entry that a newer version wrote.
   *
   * @param known fields of ours that may be absent now
   */
  private static Map<String, YamlNode> withUnknown(
      Map<String, YamlNode> fields, YamlMapping old, String... known) {
    Map<String, YamlNode> all = new LinkedHashMap<>(fields);
    for (Map.Entry<String, YamlNode> field : old.entries().entrySet()) {
      if (!List.of(known).contains(field.getKey())) {
        all.putIfAbsent(field.getKey(), field.getValue());
      }
    }
    return all;
  }

  private static void putUnless(
      String usual, Map<String, YamlNode> fields, String field, String text) {
    if (!text.equals(usual)) {
      fields.put(field, YamlScalar.of(text));
    }
  }

  private static YamlScalar word(boolean flag) {
    return new YamlScalar(Boolean.toString(flag), true, 0);
  }

  private static String text(YamlMapping fields, String field) {
    String text = fields.text(field);
    return text == null ? "" : text;
  }

  private static boolean flag(YamlMapping fields, String field, boolean absent) {
    String text = fields.text(field);
    return text == null ? absent : text.equals("true");
  }
}
