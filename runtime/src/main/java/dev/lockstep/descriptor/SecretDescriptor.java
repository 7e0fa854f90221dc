package dev.lockstep.descriptor;

import dev.lockstep.secret.SchemaKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A secret that a pipeline may use.
 *
 * @param name the secret's name
 * @param type the schema type under which steps take it, or null when no step takes it typed
 * @param optional whether every step that uses it can do without it
 * @param atLeastOne whether the schema needs at least one key
 * @param description what the schema's author said of it, or empty
 * @param keys the schema's keys; empty when there is no schema
 */
public record SecretDescriptor(
    String name,
    @Nullable String type,
    boolean optional,
    boolean atLeastOne,
    String description,
    List<SchemaKey> keys) {

  public SecretDescriptor {
    keys = List.copyOf(keys);
  }
}
