package dev.lockstep.stack;

import dev.lockstep.text.RuntimeVersion;
import dev.lockstep.yaml.Yaml;
import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlMapping;
import dev.lockstep.yaml.YamlNode;
import dev.lockstep.yaml.YamlScalar;
import dev.lockstep.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stack with its components, to be taken from one home to another.
 *
 * @param name the stack's name
 * @param components its components, by their types; one of each that every stack needs
 * @param leftOut the attributes of these components that the document does not hold, because they
 *     are sensitive, by types; types without one are absent
 * @param ignored what a newer version wrote and this one does not know, each with where it stands
 */
public record StackDocument(
    String name,
    Map<ComponentType, Component> components,
    Map<ComponentType, Set<String>> leftOut,
    List<String> ignored) {
  /** The largest document that is read, in bytes. */
  public static final int LARGEST = 1 << 20;

  private static final String STACK = "stack";
  private static final String NAME = "name";
  private static final String LEFT_OUT = "left_out";
  private static final String HEADER =
      "# A stack, written by 'lockstep stack export' for 'lockstep stack import'; ends with three"
          + " dots.";

  public StackDocument {
    components = Collections.unmodifiableMap(copy(components));
    Map<ComponentType, Set<String>> copied = new EnumMap<>(ComponentType.class);
    leftOut.forEach((type, names) -> copied.put(type, new LinkedHashSet<>(names)));
    leftOut = Collections.unmodifiableMap(copied);
    ignored = List.copyOf(ignored);
  }

  private static Map<ComponentType, Component> copy(Map<ComponentType, Component> components) {
    Map<ComponentType, Component> copy = new EnumMap<>(ComponentType.class);
    copy.putAll(components);
    return copy;
  }

  /** The document as text. */
  public String write() {
    Map<String, YamlNode> document = new LinkedHashMap<>();
    document.put(ConfigurationFormat.FORMAT, YamlScalar.of(1));
    document.put(ConfigurationFormat.WRITTEN_BY, YamlScalar.of(RuntimeVersion.current()));
    document.put(STACK, YamlScalar.of(name));
    Map<String, YamlNode> all = new LinkedHashMap<>();
    components.forEach(
        (type, component) -> all.put(type.label(), write(component, leftOut.get(type))));
    document.put(ConfigurationFormat.COMPONENTS, YamlMapping.of(all));
    return ConfigurationFormat.text(HEADER, document);
  }

  private static YamlNode write(Component component, @Nullable Set<String> missing) {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    fields.put(NAME, YamlScalar.of(component.name()));
    fields.put(ConfigurationFormat.FLAVOR, YamlScalar.of(component.flavor()));
    if (!component.attributes().isEmpty()) {
      Map<String, YamlNode> attributes = new LinkedHashMap<>();
      component.attributes().forEach((name, text) -> attributes.put(name, YamlScalar.of(text)));
      fields.put(ConfigurationFormat.ATTRIBUTES, YamlMapping.of(attributes));
    }
    if (missing != null && !missing.isEmpty()) {
      List<YamlNode> names = new ArrayList<>();
      missing.forEach(name -> names.add(YamlScalar.of(name)));
      fields.put(LEFT_OUT, new YamlSequence(names, 0));
    }
    return YamlMapping.of(fields);
  }

  /**
   * Reads a document. Whether its flavors exist, and like the attributes, is not checked here.
   *
   * @param source what a message calls the document, such as its file
   * @throws StackException naming source and line, and no value
   */
  public static StackDocument read(String source, byte[] content) {
    try {
      return read(ConfigurationFormat.document(HEADER, Yaml.text(content)));
    } catch (YamlFormatException e) {
      throw new StackException(
          StackException.Reason.MALFORMED,
          source
              + ", "
              + e.getMessage()
              + ". Nothing was imported. Fix: export the stack again, or correct that line.",
          e);
    }
  }

  private static StackDocument read(YamlMapping document) {
    String name = document.text(STACK);
    if (name == null) {
      throw new YamlFormatException(
          "the field 'stack' is missing, so this is no file of 'lockstep stack export'",
          document.line());
    }
    ConfigurationFormat.checkName("a stack", name, document);
    List<String> ignored = new ArrayList<>();
    ignore(
        document,
        "",
        ignored,
        ConfigurationFormat.FORMAT,
        ConfigurationFormat.WRITTEN_BY,
        STACK,
        ConfigurationFormat.COMPONENTS);
    YamlMapping all = document.mapping(ConfigurationFormat.COMPONENTS);
    Map<ComponentType, Component> components = new EnumMap<>(ComponentType.class);
    Map<ComponentType, Set<String>> leftOut = new EnumMap<>(ComponentType.class);
    Set<String> types = new LinkedHashSet<>(all.entries().keySet());
    for (ComponentType type : ComponentType.values()) {
      if (types.remove(type.label())) {
        YamlMapping fields = all.mapping(type.label());
        components.put(type, component(type, fields));
        Set<String> missing = leftOut(fields);
        if (!missing.isEmpty()) {
          leftOut.put(type, missing);
        }
        ignore(
            fields,
            type.label() + ".",
            ignored,
            NAME,
            ConfigurationFormat.FLAVOR,
            ConfigurationFormat.ATTRIBUTES,
            LEFT_OUT);
      } else if (type.required()) {
        throw new YamlFormatException("there is no '" + type.label() + "'", all.line());
      }
    }
    ignored.addAll(types);
    return new StackDocument(name, components, leftOut, ignored);
  }

  private static Component component(ComponentType type, YamlMapping fields) {
    String name = fields.text(NAME);
    if (name == null) {
      throw new YamlFormatException("the " + type.noun() + " has no field 'name'", fields.line());
    }
    return ConfigurationFormat.component(type, name, fields).component();
  }

  private static Set<String> leftOut(YamlMapping fields) {
    Set<String> names = new LinkedHashSet<>();
    YamlNode node = fields.entries().get(LEFT_OUT);
    if (node == null) {
      return names;
    }
    if (!(node instanceof YamlSequence sequence)) {
      throw new YamlFormatException("the field 'left_out' is not a sequence", node.line());
    }
    for (YamlNode element : sequence.elements()) {
      if (!(element instanceof YamlScalar scalar)) {
        throw new YamlFormatException("'left_out' holds something else than names", node.line());
      }
      names.add(scalar.text());
    }
    return names;
  }

  private static void ignore(
      YamlMapping fields, String where, List<String> ignored, String... known) {
    for (String field : fields.entries().keySet()) {
      if (!List.of(known).contains(field)) {
        ignored.add(where + field);
      }
    }
  }

  /** Names the stack and shows no attribute. */
  @Override
  public String toString() {
    return "StackDocument[name=" + name + ", components=" + components.values() + "]";
  }
}
