package dev.lockstep.stack;

import dev.lockstep.stack.Configuration.ComponentEntry;
import dev.lockstep.stack.Configuration.StackEntry;
import dev.lockstep.text.RuntimeVersion;
import dev.lockstep.yaml.Yaml;
import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlMapping;
import dev.lockstep.yaml.YamlNode;
import dev.lockstep.yaml.YamlScalar;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The format of {@code config.yaml}, number 1. Fields that this version does not know are kept: a
 * newer one that wrote them with the same number reads the file as well.
 *
 * <p>A file that begins with {@link #HEADER} ends with YAML's end marker: without it the file was
 * cut off, and what is left of it could be taken for a configuration with fewer stacks. A file that
 * someone wrote by hand needs neither.
 */
final class ConfigurationFormat {
  static final String ACTIVE_STACK = "active_stack";
  static final String FORMAT = "format";

  private static final String VERSION = "1";
  static final String WRITTEN_BY = "written_by";
  static final String COMPONENTS = "components";
  private static final String STACKS = "stacks";
  static final String FLAVOR = "flavor";
  static final String ATTRIBUTES = "attributes";
  private static final String HEADER =
      "# Written by lockstep, which keeps unknown fields but no comments; ends with three dots.";
  private static final String END = "...";

  private ConfigurationFormat() {}

  /**
   * Reads a document and checks its format number.
   *
   * @throws YamlFormatException naming the line
   */
  static YamlMapping document(String text) {
    return document(HEADER, text);
  }

  /** Reads a document of another kind, whose whole files begin with that header. */
  static YamlMapping document(String header, String text) {
    if (text.startsWith(header) && !text.stripTrailing().endsWith("\n" + END)) {
      throw new YamlFormatException(
          "the end marker '" + END + "' is missing: the file was cut off",
          (int) text.lines().count());
    }
    YamlMapping document = Yaml.read(text);
    String version = document.text(FORMAT);
    if (version == null) {
      throw new YamlFormatException(
          document.entries().isEmpty()
              ? "the file is empty: the field 'format' is missing"
              : "the field 'format' is missing",
          document.line());
    }
    if (!version.equals(VERSION)) {
      throw new YamlFormatException(
          "the format is not "
              + VERSION
              + ", the only one that this version of lockstep ("
              + RuntimeVersion.current()
              + ") reads"
              + (isShort(version) ? ", but " + version : "")
              + writer(document),
          line(document, FORMAT));
    }
    return document;
  }

  private static String writer(YamlMapping document) {
    boolean said = document.entries().get(WRITTEN_BY) instanceof YamlScalar;
    String version = said ? document.text(WRITTEN_BY) : null;
    return version == null || !isShort(version) ? "" : ", written by lockstep " + version;
  }

  /** Whether a text can be a version's number; nothing else of a file is quoted. */
  private static boolean isShort(String version) {
    for (int i = 0; i < version.length(); i++) {
      char c = version.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (c < '0' || c > '9') && c != '.' && c != '-') {
        return false;
      }
    }
    return !version.isEmpty() && version.length() <= 20;
  }

  static Configuration read(String text) {
    YamlMapping document = document(text);
    Configuration builtIn = Configuration.builtIn();
    Map<ComponentType, Map<String, ComponentEntry>> components = new EnumMap<>(ComponentType.class);
    Map<String, YamlNode> unknown = new LinkedHashMap<>(document.entries());
    YamlMapping ofAllTypes = document.mapping(COMPONENTS);
    Map<String, YamlNode> unknownTypes = new LinkedHashMap<>(ofAllTypes.entries());
    for (ComponentType type : ComponentType.values()) {
      Map<String, ComponentEntry> entries =
          new TreeMap<>(builtIn.componentEntries().getOrDefault(type, Map.of()));
      YamlMapping ofType = ofAllTypes.mapping(type.label());
      for (String name : ofType.entries().keySet()) {
        entries.put(name, component(type, name, ofType.mapping(name)));
      }
      components.put(type, entries);
      unknownTypes.remove(type.label());
    }
    Map<String, StackEntry> stacks = new TreeMap<>(builtIn.stackEntries());
    YamlMapping allStacks = document.mapping(STACKS);
    for (String name : allStacks.entries().keySet()) {
      stacks.put(name, stack(name, allStacks.mapping(name)));
    }
    unknown.remove(FORMAT);
    unknown.remove(WRITTEN_BY);
    unknown.remove(ACTIVE_STACK);
    unknown.remove(STACKS);
    unknown.remove(COMPONENTS);
    if (!unknownTypes.isEmpty()) {
      unknown.put(COMPONENTS, YamlMapping.of(unknownTypes));
    }
    return new Configuration(components, stacks, document.text(ACTIVE_STACK), unknown);
  }

  static ComponentEntry component(ComponentType type, String name, YamlMapping fields) {
    checkName(type.oneOf(), name, fields);
    String flavor = fields.text(FLAVOR);
    if (flavor == null) {
      throw new YamlFormatException(
          "the " + type.noun() + " '" + name + "' has no field 'flavor'", fields.line());
    }
    YamlMapping texts = fields.mapping(ATTRIBUTES);
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, YamlNode> attribute : texts.entries().entrySet()) {
      if (!(attribute.getValue() instanceof YamlScalar scalar)) {
        throw new YamlFormatException(
            "the attribute '" + attribute.getKey() + "' is not a text",
            attribute.getValue().line());
      }
      if (!scalar.isNull()) {
        attributes.put(attribute.getKey(), scalar.text());
      }
    }
    return new ComponentEntry(
        new Component(type, name, flavor, attributes), without(fields, FLAVOR, ATTRIBUTES));
  }

  private static StackEntry stack(String name, YamlMapping fields) {
    checkName("a stack", name, fields);
    Map<ComponentType, String> components = new EnumMap<>(ComponentType.class);
    Map<String, YamlNode> unknown = new LinkedHashMap<>(fields.entries());
    for (ComponentType type : ComponentType.values()) {
      String component = fields.text(type.label());
      unknown.remove(type.label());
      if (component != null) {
        components.put(type, component);
      } else if (type.required()) {
        throw new YamlFormatException(
            "the stack '" + name + "' has no '" + type.label() + "'", fields.line());
      }
    }
    return new StackEntry(new Stack(name, components), unknown);
  }

  static void checkName(String what, String name, YamlMapping fields) {
    try {
      ComponentNames.check(what, name);
    } catch (StackException e) {
      throw new YamlFormatException("'" + name + "' cannot be the name of " + what, fields.line());
    }
  }

  static String write(Configuration configuration) {
    Map<String, YamlNode> document = new LinkedHashMap<>();
    document.put(FORMAT, new YamlScalar(VERSION, true, 0));
    document.put(WRITTEN_BY, YamlScalar.of(RuntimeVersion.current()));
    configuration
        .chosenStack()
        .ifPresent(active -> document.put(ACTIVE_STACK, YamlScalar.of(active)));
    Map<String, YamlNode> components = new LinkedHashMap<>();
    Configuration builtIn = Configuration.builtIn();
    configuration
        .componentEntries()
        .forEach(
            (type, entries) -> {
              Map<String, YamlNode> ofType = new LinkedHashMap<>();
              Map<String, ComponentEntry> known =
                  builtIn.componentEntries().getOrDefault(type, Map.of());
              entries.forEach(
                  (name, entry) -> {
                    if (!entry.equals(known.get(name))) {
                      ofType.put(name, component(entry));
                    }
                  });
              put(components, type.label(), ofType);
            });
    YamlNode unknownTypes = configuration.unknown().get(COMPONENTS);
    if (unknownTypes instanceof YamlMapping mapping) {
      components.putAll(mapping.entries());
    }
    put(document, COMPONENTS, components);
    Map<String, YamlNode> stacks = new LinkedHashMap<>();
    configuration
        .stackEntries()
        .forEach(
            (name, entry) -> {
              if (!entry.equals(builtIn.stackEntries().get(name))) {
                stacks.put(name, stack(entry));
              }
            });
    put(document, STACKS, stacks);
    configuration.unknown().forEach(document::putIfAbsent);
    return text(document);
  }

  /** The text of a file with these fields, as {@link #document} wants it. */
  static String text(Map<String, YamlNode> fields) {
    return text(HEADER, fields);
  }

  /** The text of a file of another kind. */
  static String text(String header, Map<String, YamlNode> fields) {
    return header + "\n" + Yaml.write(YamlMapping.of(fields)) + END + "\n";
  }

  private static YamlNode component(ComponentEntry entry) {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    fields.put(FLAVOR, YamlScalar.of(entry.component().flavor()));
    Map<String, YamlNode> attributes = new LinkedHashMap<>();
    entry
        .component()
        .attributes()
        .forEach((name, text) -> attributes.put(name, YamlScalar.of(text)));
    put(fields, ATTRIBUTES, attributes);
    fields.putAll(entry.unknown());
    return YamlMapping.of(fields);
  }

  private static YamlNode stack(StackEntry entry) {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    entry
        .stack()
        .components()
        .forEach((type, name) -> fields.put(type.label(), YamlScalar.of(name)));
    fields.putAll(entry.unknown());
    return YamlMapping.of(fields);
  }

  private static void put(Map<String, YamlNode> into, String field, Map<String, YamlNode> entries) {
    if (!entries.isEmpty()) {
      into.put(field, YamlMapping.of(entries));
    }
  }

  private static Map<String, YamlNode> without(YamlMapping mapping, String... fields) {
    Map<String, YamlNode> rest = new LinkedHashMap<>(mapping.entries());
    for (String field : fields) {
      rest.remove(field);
    }
    return rest;
  }

  static int line(YamlMapping mapping, String field) {
    YamlNode node = mapping.entries().get(field);
    return node == null ? mapping.line() : node.line();
  }
}
