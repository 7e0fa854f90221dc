package dev.lockstep.cli.secret;

import dev.lockstep.cli.catalog.KnownSchema;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.secret.SchemaCheck;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretLimits;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A secret that is about to be stored, checked so that all that is wrong is said at once. */
final class Draft {
  private Draft() {}

  /**
   * The secret, if nothing is wrong with it.
   *
   * @param schema what it has to fit, or null when its type is not known here
   * @param problems what is known to be wrong already, one clause each
   */
  static Secret check(
      String name,
      String type,
      @Nullable KnownSchema schema,
      Map<String, SecretValue> values,
      List<String> problems) {
    Secret secret = Secret.of(name, type, values);
    List<String> all = new ArrayList<>(problems);
    // What could not be read counts as missing only when nothing else explains it.
    all.addAll(problems(secret, schema, problems.isEmpty()));
    if (values.isEmpty() && all.isEmpty()) {
      all.add("it would have no keys; give --KEY=VALUE, --values FILE or -i");
    }
    if (!all.isEmpty()) {
      throw refusal("Nothing was stored under '" + name + "':", schema, all);
    }
    return secret;
  }

  /**
   * All that is wrong with a secret, one clause each.
   *
   * @param schema what it has to fit, or null when its type is not known here
   * @param complete whether a key that is not there is missing
   */
  static List<String> problems(Secret secret, @Nullable KnownSchema schema, boolean complete) {
    List<String> problems = new ArrayList<>();
    for (String key : secret.values().keySet()) {
      if (!SecretNames.isKey(key)) {
        problems.add(
            "'"
                + key
                + "' cannot be a key: a key has letters, digits, '_', '.' and '-', and starts with a"
                + " letter or '_'");
      }
    }
    if (schema != null && !schema.keys().isEmpty()) {
      problems.addAll(unknownKeys(schema, secret));
      if (complete) {
        problems.addAll(SchemaCheck.problems(schema.keys(), schema.atLeastOne(), secret));
      }
    }
    problems.addAll(SecretLimits.problems(secret));
    return problems;
  }

  private static List<String> unknownKeys(KnownSchema schema, Secret secret) {
    List<String> names = schema.keyNames();
    List<String> problems = new ArrayList<>();
    for (String key : SchemaCheck.unknownKeys(schema.keys(), secret)) {
      problems.add(
          "schema '"
              + schema.type()
              + "' has no key '"
              + key
              + "', only "
              + Names.list(names)
              + "."
              + Suggestion.didYouMean(key, names));
    }
    return problems;
  }

  /** What to say when even the secret's name may be a value that was given in a wrong way. */
  static CommandException refusalWithoutName(List<String> problems) {
    List<String> all = new ArrayList<>(problems);
    all.add(
        "NAME stands behind an option without a value, so it may be that value and is not shown:"
            + " give NAME first");
    return refusal("Nothing was stored:", null, all);
  }

  private static CommandException refusal(
      String head, @Nullable KnownSchema schema, List<String> problems) {
    StringBuilder text = new StringBuilder(head);
    for (String problem : problems) {
      text.append("\n  - ").append(problem);
    }
    if (schema != null && !schema.keys().isEmpty()) {
      text.append("\n  More: lockstep schema describe ").append(schema.type());
    }
    return CommandException.usage(text.toString());
  }
}
