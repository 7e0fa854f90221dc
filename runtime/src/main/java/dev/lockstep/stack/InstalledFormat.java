package dev.lockstep.stack;

import dev.lockstep.yaml.Yaml;
import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlMapping;
import dev.lockstep.yaml.YamlNode;
import dev.lockstep.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file that notes which integrations are installed. */
final class InstalledFormat {
  private static final String INTEGRATIONS = "integrations";
  private static final String ARTIFACT = "artifact";
  private static final String LOCKSTEP = "lockstep";
  private static final String INSTALLED = "installed";
  private static final String FLAVORS = "flavors";

  private InstalledFormat() {}

  /** A whole file; whatever else it has stays. */
  record Document(Path file, YamlMapping fields) {
    Optional<InstalledIntegration> find(String name) {
      try {
        YamlMapping all = fields.mapping(INTEGRATIONS);
        return all.entries().containsKey(name)
            ? Optional.of(integration(name, all.mapping(name)))
            : Optional.empty();
      } catch (YamlFormatException e) {
        throw ConfigurationFile.malformed(file, e);
      }
    }

    /** The file with an integration in place of the one of its name. */
    byte[] with(InstalledIntegration installed) {
      Map<String, YamlNode> all = entries();
      all.put(installed.name(), entry(installed));
      return write(all);
    }

    /** The file without an integration. */
    byte[] without(String name) {
      Map<String, YamlNode> all = entries();
      all.remove(name);
      return write(all);
    }

    private Map<String, YamlNode> entries() {
      return new LinkedHashMap<>(fields.mapping(INTEGRATIONS).entries());
    }

    private byte[] write(Map<String, YamlNode> all) {
      Map<String, YamlNode> whole = new LinkedHashMap<>(fields.entries());
      if (all.isEmpty()) {
        whole.remove(INTEGRATIONS);
      } else {
        whole.put(INTEGRATIONS, YamlMapping.of(all));
      }
      return ConfigurationFormat.text(whole).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Reads the file, or an empty one when there is none. */
  static Document document(Path file, Optional<byte[]> content) {
    try {
      return new Document(
          file,
          content.isPresent()
              ? ConfigurationFormat.document(Yaml.text(content.get()))
              : YamlMapping.of(Map.of(ConfigurationFormat.FORMAT, YamlScalar.of(1))));
    } catch (YamlFormatException e) {
      throw ConfigurationFile.malformed(file, e);
    }
  }

  /** All that is installed. */
  static List<InstalledIntegration> read(Path file, byte[] content) {
    Document document = document(file, Optional.of(content));
    try {
      YamlMapping all = document.fields().mapping(INTEGRATIONS);
      List<InstalledIntegration> installed = new ArrayList<>();
      for (String name : all.entries().keySet()) {
        installed.add(integration(name, all.mapping(name)));
      }
      return installed;
    } catch (YamlFormatException e) {
      throw ConfigurationFile.malformed(file, e);
    }
  }

  private static InstalledIntegration integration(String name, YamlMapping fields) {
    if (!isFolder(name)) {
      throw new YamlFormatException("the name of an integration is none", fields.line());
    }
    String owner = "the integration '" + name + "'";
    List<InstalledIntegration.Provided> flavors = new ArrayList<>();
    YamlMapping types = fields.mapping(FLAVORS);
    for (String label : types.entries().keySet()) {
      ComponentType type = ComponentType.of(label).orElse(null);
      if (type != null) {
        YamlMapping ofType = types.mapping(label);
        for (String flavor : ofType.entries().keySet()) {
          flavors.add(
              new InstalledIntegration.Provided(
                  type, flavor, required("the flavor '" + flavor + "'", ofType, flavor)));
        }
      }
    }
    return new InstalledIntegration(
        name,
        required(owner, fields, ARTIFACT),
        required(owner, fields, LOCKSTEP),
        required(owner, fields, INSTALLED),
        flavors,
        FlavorJarFormat.read(owner, fields));
  }

  /** A name is also that of a folder, and must not lead elsewhere. */
  private static boolean isFolder(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static String required(String owner, YamlMapping fields, String field) {
    String text = fields.text(field);
    if (text == null) {
      throw new YamlFormatException(owner + " has no '" + field + "'", fields.line());
    }
    return text;
  }

  private static YamlMapping entry(InstalledIntegration installed) {
    Map<String, YamlNode> types = new LinkedHashMap<>();
    for (ComponentType type : ComponentType.values()) {
      Map<String, YamlNode> ofType = new LinkedHashMap<>();
      for (InstalledIntegration.Provided flavor : installed.flavors()) {
        if (flavor.type() == type) {
          ofType.put(flavor.name(), YamlScalar.of(flavor.className()));
        }
      }
      if (!ofType.isEmpty()) {
        types.put(type.label(), YamlMapping.of(ofType));
      }
    }
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    fields.put(ARTIFACT, YamlScalar.of(installed.artifact()));
    fields.put(LOCKSTEP, YamlScalar.of(installed.lockstep()));
    fields.put(INSTALLED, YamlScalar.of(installed.installed()));
    fields.put(FLAVORS, YamlMapping.of(types));
    fields.put(FlavorJarFormat.JARS, FlavorJarFormat.write(installed.jars()));
    return YamlMapping.of(fields);
  }
}
