package dev.lockstep.cli.schema;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.secret.BuiltInSchemas;
import dev.lockstep.secret.Schema;
import dev.lockstep.secret.Secret;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schemas that the command line knows. */
public final class Schemas {
  private Schemas() {}

  static List<KnownSchema> all() {
    List<KnownSchema> all = new ArrayList<>();
    for (String type : types()) {
      all.add(find(type));
    }
    return all;
  }

  /**
   * The schema of a type that was named on the command line.
   *
   * @throws CommandException when there is none
   */
  public static KnownSchema find(String type) {
    KnownSchema schema = known(type);
    if (schema == null) {
      throw CommandException.usage(
          "There is no schema '"
              + type
              + "'."
              + Suggestion.didYouMean(type, types())
              + " There are: "
              + String.join(", ", types())
              + ".\n  Fix: without a schema a secret takes any keys.");
    }
    return schema;
  }

  /** The schema of a stored secret, or null when this version does not know its type. */
  public static @Nullable KnownSchema known(String type) {
    if (type.equals(Secret.ARBITRARY)) {
      return new KnownSchema(type, "Any keys; the default.", List.of(), false);
    }
    Schema<?> schema = BuiltInSchemas.find(type);
    return schema == null
        ? null
        : new KnownSchema(type, schema.description(), schema.keys(), schema.atLeastOne());
  }

  private static List<String> types() {
    List<String> types = new ArrayList<>(BuiltInSchemas.TYPES);
    types.add(0, Secret.ARBITRARY);
    return types;
  }
}
