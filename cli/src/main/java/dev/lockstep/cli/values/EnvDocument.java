package dev.lockstep.cli.values;

import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Secrets as variables, in the form that shells, {@code docker compose} and many tools read. A key
 * becomes the variable that a step would have of it; where a schema is known, the way back too.
 */
public final class EnvDocument {
  private EnvDocument() {}

  /** Reads the keys of one secret. */
  public static FoundSecrets read(String name, String type, List<SchemaKey> keys, String text) {
    FoundSecrets found = new FoundSecrets();
    Map<String, SecretValue> values = new LinkedHashMap<>();
    DotEnv.read(
        ValuesDocument.withoutMark(text),
        new ValueSink() {
          @Override
          public void value(String variable, String value) {
            if (values.put(key(keys, variable), SecretValue.of(value)) != null) {
              found.problem("'" + variable + "' is given twice");
            }
          }

          @Override
          public void problem(String problem) {
            found.problem(problem);
          }
        });
    found.add(Secret.of(name, type, values));
    return found;
  }

  private static String key(List<SchemaKey> keys, String variable) {
    for (SchemaKey key : keys) {
      if (key.env().equals(variable)) {
        return key.name();
      }
    }
    return variable;
  }

  /** Collects variables, and what keeps them from being written. */
  public static final class Writer {
    private final StringBuilder text =
        new StringBuilder(
            "# Secrets with their values in clear: whoever can read this file has them. Delete it"
                + " after use.\n");
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * Adds the keys of a secret.
     *
     * @param keys what its schema says of them; empty when it has none
     */
    public void add(Secret secret, List<SchemaKey> keys) {
      text.append("\n# ").append(secret.name()).append(" (").append(secret.type()).append(")\n");
      for (Map.Entry<String, SecretValue> entry : secret.values().entrySet()) {
        String variable = variable(keys, entry.getKey());
        String origin = "key '" + entry.getKey() + "' of '" + secret.name() + "'";
        String other = origins.putIfAbsent(variable, origin);
        String value = entry.getValue().reveal();
        if (other != null) {
          problems.add(other + " and " + origin + " are both the variable " + variable);
        } else if (value.indexOf('\0') >= 0) {
          problems.add(origin + " has a NUL character, which no variable can hold");
        } else {
          text.append(variable).append('=').append(quoted(value)).append('\n');
        }
      }
    }

    /** What cannot be written, one clause each. */
    public List<String> problems() {
      return problems;
    }

    /** The variables. */
    public String text() {
      return text.toString();
    }

    private static String variable(List<SchemaKey> keys, String name) {
      for (SchemaKey key : keys) {
        if (key.name().equals(name)) {
          return key.env();
        }
      }
      return SchemaKey.variable(name);
    }

    /** As shells and readers of such files understand it alike, wherever there is such a way. */
    private static String quoted(String value) {
      if (value.indexOf('\r') < 0 && value.indexOf('\'') < 0) {
        return !value.isEmpty() && isPlain(value) ? value : "'" + value + "'";
      }
      StringBuilder quoted = new StringBuilder("\"");
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        switch (c) {
          case '\r' -> quoted.append("\\r");
          case '"', '\\', '$', '`' -> quoted.append('\\').append(c);
          default -> quoted.append(c);
        }
      }
      return quoted.append('"').toString();
    }

    private static boolean isPlain(String value) {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        boolean plain =
            (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "_./:@%+,-".indexOf(c) >= 0;
        if (!plain) {
          return false;
        }
      }
      return true;
    }
  }
}
