package dev.lockstep.run.console;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.run.UsageException;
import dev.lockstep.yaml.Yaml;
import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlNode;
import dev.lockstep.yaml.YamlScalar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the parameters of a run from a file: a mapping of names to values, YAML or JSON. */
final class ParamsFile {
  private static final int LARGEST = 1 << 20;

  private ParamsFile() {}

  /**
   * Reads a file; one that ends in {@code .json} is JSON, any other is YAML.
   *
   * @throws UsageException when it cannot be read or is no such mapping
   */
  static Map<String, String> read(String file) {
    try {
      String text = read(Path.of(file));
      Map<String, String> values = new LinkedHashMap<>();
      if (file.endsWith(".json")) {
        Json.readObject(text)
            .fields()
            .forEach((name, value) -> values.put(name, scalar(file, name, value)));
      } else {
        for (Map.Entry<String, YamlNode> entry : Yaml.read(text).entries().entrySet()) {
          values.put(entry.getKey(), scalar(file, entry.getKey(), entry.getValue()));
        }
      }
      return values;
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(
          "The parameters file " + file + " cannot be read. Check the path and its permissions.");
    } catch (JsonFormatException | YamlFormatException e) {
      throw new UsageException("The parameters file " + file + " is wrong: " + e.getMessage());
    }
  }

  private static String read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new UsageException("The parameters file " + file + " is larger than 1 MiB.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static String scalar(String file, String name, Object value) {
    if (value instanceof YamlScalar scalar) {
      return scalar.text();
    }
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    throw new UsageException(
        "The parameters file " + file + ": '" + name + "' is no text, number or truth value.");
  }
}
