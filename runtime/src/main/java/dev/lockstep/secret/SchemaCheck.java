package dev.lockstep.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Compares a secret's content with the keys of a schema. What it says names keys, never values. */
public final class SchemaCheck {
  private SchemaCheck() {}

  /**
   * All that is wrong with a secret that is read under the given keys, one sentence each; empty
   * when it fits. Unknown keys are no problem.
   */
  public static List<String> problems(List<SchemaKey> keys, boolean atLeastOne, Secret secret) {
    List<String> problems = new ArrayList<>();
    for (SchemaKey key : keys) {
      SecretValue value = secret.values().get(key.name());
      if (value == null) {
        if (key.required()) {
          problems.add("required key '" + key.name() + "' is missing");
        }
      } else {
        check(key, value.reveal(), problems);
      }
    }
    if (atLeastOne && keys.stream().noneMatch(key -> secret.values().containsKey(key.name()))) {
      problems.add("at least one of its keys is needed: " + names(keys));
    }
    return problems;
  }

  /** The secret's keys that the schema does not know, sorted. */
  public static Set<String> unknownKeys(List<SchemaKey> keys, Secret secret) {
    Set<String> unknown = new TreeSet<>(secret.values().keySet());
    keys.forEach(key -> unknown.remove(key.name()));
    return unknown;
  }

  private static void check(SchemaKey key, String text, List<String> problems) {
    if (key.type().equals("enum")) {
      if (!key.constants().contains(text)) {
        problems.add("key '" + key.name() + "' is none of " + String.join(", ", key.constants()));
      }
      return;
    }
    ValueType<?> type = ValueType.byName(key.type());
    if (type != null) {
      try {
        type.parse(text);
      } catch (IllegalArgumentException e) {
        problems.add("key '" + key.name() + "' is not " + type.expectation());
        return;
      }
    }
    if (key.pattern() != null) {
      match(key.name(), key.pattern(), text, problems);
    }
  }

  private static void match(String key, String pattern, String text, List<String> problems) {
    try {
      if (!Pattern.matches(pattern, text)) {
        problems.add("key '" + key + "' does not match the pattern " + pattern);
      }
    } catch (PatternSyntaxException e) {
      // The compiler refuses such a schema; a description of one can be edited by hand.
      problems.add("key '" + key + "' has a pattern that is no regular expression: " + pattern);
    } catch (StackOverflowError e) {
      problems.add("key '" + key + "' is too long for the pattern " + pattern);
    }
  }

  private static String names(List<SchemaKey> keys) {
    return String.join(", ", keys.stream().map(SchemaKey::name).toList());
  }
}
