package dev.lockstep.secret.environment;

import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.SecretNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which variable is which key of which secret: {@code PREFIX_SECRET_KEY}, in capitals, every
 * character but letters and digits becoming {@code _}.
 *
 * <p>Where a secret's name ends can be told only by who knows the names. When they are declared,
 * the longest that fits owns a variable; else a name has no {@code _} in it. Variables with small
 * letters are none of a secret's.
 */
final class SecretVariables {
  private static final String SEPARATOR = "_";

  private final String start;

  /** Names by what they are in a variable; empty when they are not declared. */
  private final Map<String, String> declared;

  private SecretVariables(String start, Map<String, String> declared) {
    this.start = start;
    this.declared = declared;
  }

  /**
   * The variables of a prefix.
   *
   * @param names the secrets that there are, or empty when any may be
   * @throws IllegalArgumentException with a clause that says what is wrong
   */
  static SecretVariables of(String prefix, List<String> names) {
    if (!isVariable(prefix) || prefix.endsWith(SEPARATOR)) {
      throw new IllegalArgumentException(
          "a prefix of variables has capitals, digits and '_', starts with a capital and does not"
              + " end with '_', such as SECRET");
    }
    Map<String, String> declared = new TreeMap<>();
    for (String name : names) {
      if (!SecretNames.isName(name)) {
        throw new IllegalArgumentException("'" + name + "' cannot be the name of a secret");
      }
      String earlier = declared.put(variable(name), name);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "'" + earlier + "' and '" + name + "' would have the same variables");
      }
    }
    return new SecretVariables(prefix + SEPARATOR, declared);
  }

  private static boolean isVariable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean capital = c >= 'A' && c <= 'Z';
      if (!capital && (i == 0 || (c != '_' && (c < '0' || c > '9')))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static String variable(String name) {
    return SchemaKey.variable(name);
  }

  /** What a key of a secret would be called. */
  String name(String secret, String key) {
    return start + variable(secret) + SEPARATOR + variable(key);
  }

  /** Whether a secret of that name could be there, if variables for it were set. */
  boolean canHold(String secret) {
    return declared.isEmpty()
        ? isWord(secret) && secret.equals(secret.toLowerCase(Locale.ROOT))
        : declared.containsValue(secret);
  }

  private static boolean isWord(String name) {
    return name.indexOf('_') < 0 && isVariable("X" + name.toUpperCase(Locale.ROOT));
  }

  /** The secrets of an environment, sorted: by name, the variable of each key. */
  Map<String, Map<String, String>> secrets(Map<String, String> environment) {
    Map<String, Map<String, String>> secrets = new TreeMap<>();
    List<String> variables = new ArrayList<>(environment.keySet());
    variables.sort(null);
    for (String variable : variables) {
      Owner owner = owner(variable);
      if (owner != null) {
        secrets
            .computeIfAbsent(owner.secret(), name -> new LinkedHashMap<>())
            .put(owner.key(), variable);
      }
    }
    return secrets;
  }

  /** Whether a variable begins with the prefix, whether or not it is part of a secret. */
  boolean isUnderPrefix(String variable) {
    return variable.startsWith(start);
  }

  /** The key that a variable is. */
  private record Owner(String secret, String key) {}

  private @Nullable Owner owner(String variable) {
    if (!isUnderPrefix(variable) || !isVariable(variable)) {
      return null;
    }
    String rest = variable.substring(start.length());
    // The longest name is tried first.
    int end = declared.isEmpty() ? rest.indexOf('_') : rest.lastIndexOf('_');
    while (end > 0) {
      String name = declared.isEmpty() ? lower(rest.substring(0, end)) : name(rest, end);
      if (name != null) {
        return end + 1 == rest.length() ? null : new Owner(name, lower(rest.substring(end + 1)));
      }
      end = rest.lastIndexOf('_', end - 1);
    }
    return null;
  }

  private @Nullable String name(String rest, int end) {
    return declared.get(rest.substring(0, end));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
