package dev.lockstep.stack;

import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlMapping;
import dev.lockstep.yaml.YamlNode;
import dev.lockstep.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The jars of a flavor or an integration as files of a home note them: by their digests. */
final class FlavorJarFormat {
  static final String JARS = "jars";
  private static final String SOURCE = "source";
  private static final String SIZE = "size";
  private static final String MODIFIED = "modified";

  private FlavorJarFormat() {}

  /**
   * Reads the jars among the fields of what they belong to.
   *
   * @param owner what it is, for messages, such as {@code the flavor 'box'}
   */
  static List<FlavorJar> read(String owner, YamlMapping fields) {
    YamlMapping jars = fields.mapping(JARS);
    if (jars.entries().isEmpty()) {
      throw new YamlFormatException(owner + " has no '" + JARS + "'", fields.line());
    }
    List<FlavorJar> list = new ArrayList<>();
    for (String digest : jars.entries().keySet()) {
      YamlMapping jar = jars.mapping(digest);
      if (!FlavorJars.isDigest(digest)) {
        throw new YamlFormatException("the name of a jar is not a SHA-256", jar.line());
      }
      String source = jar.text(SOURCE);
      list.add(
          new FlavorJar(
              digest, source == null ? "" : source, number(jar, SIZE), number(jar, MODIFIED)));
    }
    return list;
  }

  /** A number, or one that fits nothing: then the jar's content is looked at. */
  private static long number(YamlMapping fields, String field) {
    String text = fields.text(field);
    try {
      return text == null ? -1 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  static YamlMapping write(List<FlavorJar> jars) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (FlavorJar jar : jars) {
      Map<String, YamlNode> entry = new LinkedHashMap<>();
      entry.put(SOURCE, YamlScalar.of(jar.source()));
      entry.put(SIZE, YamlScalar.of(jar.size()));
      entry.put(MODIFIED, YamlScalar.of(jar.modified()));
      entries.put(jar.digest(), YamlMapping.of(entry));
    }
    return YamlMapping.of(entries);
  }
}
