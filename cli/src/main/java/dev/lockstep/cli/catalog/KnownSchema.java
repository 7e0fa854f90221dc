package dev.lockstep.cli.catalog;

import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.descriptor.SecretDescriptor;
import dev.lockstep.secret.BuiltInSchemas;
import dev.lockstep.secret.Schema;
import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** A schema that comes with Lockstep, or null when the type is none of these. */
  public static @Nullable KnownSchema builtIn(String type) {
    if (type.equals(Secret.ARBITRARY)) {
      return new KnownSchema(type, "Any keys; the default.", List.of(), false);
    }
    Schema<?> schema = BuiltInSchemas.find(type);
    return schema == null
        ? null
        : new KnownSchema(type, schema.description(), schema.keys(), schema.atLeastOne());
  }

  /**
   * The schemas under which pipelines take their secrets, in their order. One type is there twice
   * only when two pipelines disagree on it.
   */
  public static List<KnownSchema> of(Collection<PipelineDescriptor> pipelines) {
    List<KnownSchema> schemas = new ArrayList<>();
    for (PipelineDescriptor pipeline : pipelines) {
      for (SecretDescriptor secret : pipeline.secrets()) {
        String type = secret.type();
        if (type != null) {
          KnownSchema schema =
              new KnownSchema(type, secret.description(), secret.keys(), secret.atLeastOne());
          if (!schema.isIn(schemas)) {
            schemas.add(schema);
          }
        }
      }
    }
    return schemas;
  }

  /** Whether the two demand the same; they may be described in other words. */
  public boolean demandsTheSame(KnownSchema other) {
    if (!type.equals(other.type)
        || atLeastOne != other.atLeastOne
        || keys.size() != other.keys.size()) {
      return false;
    }
    for (int i = 0; i < keys.size(); i++) {
      if (!keys.get(i).withDescription("").equals(other.keys.get(i).withDescription(""))) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of these demands the same. */
  public boolean isIn(Collection<KnownSchema> others) {
    for (KnownSchema other : others) {
      if (demandsTheSame(other)) {
        return true;
      }
    }
    return false;
  }

  /** The names of the keys. */
  public List<String> keyNames() {
    List<String> names = new ArrayList<>();
    for (SchemaKey key : keys) {
      names.add(key.name());
    }
    return names;
  }
}
