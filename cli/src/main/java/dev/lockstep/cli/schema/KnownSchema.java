package dev.lockstep.cli.schema;

import dev.lockstep.secret.SchemaKey;
import java.util.List;

/**
 * What the command line knows of a schema.
 *
 * @param type the schema's type
 * @param description what it is for, or empty
 * @param keys the keys that it requires and allows
 * @param atLeastOne whether a secret needs at least one key
 */
public record KnownSchema(
    String type, String description, List<SchemaKey> keys, boolean atLeastOne) {
  public KnownSchema {
    keys = List.copyOf(keys);
  }
}
