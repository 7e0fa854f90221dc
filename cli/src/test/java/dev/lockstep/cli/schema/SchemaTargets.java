package dev.lockstep.cli.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Targets with schemas of users. */
final class SchemaTargets {
  static final String KEYS =
      """
      {"name": "url", "type": "uri", "required": true, "env": "URL", "description": "Where it is"},
      {"name": "password", "type": "secret", "required": true, "env": "DB_PASSWORD",
        "pattern": "[a-z]+[0-9]"},
      {"name": "mode", "type": "enum", "env": "MODE", "masked": false, "constants": ["FAST", "SAFE"]},
      {"name": "port", "type": "int", "env": "PORT"}
      """;

  static final String OTHER_KEYS =
      "{\"name\": \"dsn\", \"type\": \"string\", \"required\": true, \"env\": \"DSN\"}";

  private SchemaTargets() {}

  /** Makes a folder of classes with one pipeline, whose secret has these keys. */
  static String classes(Path folder, String name, String keys) throws IOException {
    Path descriptors = folder.resolve(name).resolve("META-INF/lockstep");
    Files.createDirectories(descriptors);
    Files.writeString(descriptors.resolve("shop.Churn.json"), descriptor(keys));
    return folder.resolve(name).toString();
  }

  static String descriptor(String keys) {
    return """
    {"format": 1, "name": "churn", "class": "shop.Churn",
      "runner": "dev.lockstep.cli.run.EchoRunner",
      "secrets": [
        {"name": "db", "type": "shop_db", "description": "The shop's database", "keys": [%s]},
        {"name": "raw"}]}
    """
        .formatted(keys);
  }
}
