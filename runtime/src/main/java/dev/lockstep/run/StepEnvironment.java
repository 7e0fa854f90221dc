package dev.lockstep.run;

import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.descriptor.SecretDescriptor;
import dev.lockstep.descriptor.StepDescriptor;
import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that a step receives as environment, by variable.
 *
 * <p>A key becomes the variable that its schema says, else its name in capitals. Variables that
 * would change how programs load code or find each other are refused, and so are two keys for one
 * variable: the second would win by chance.
 */
final class StepEnvironment extends AbstractMap<String, String> {
  /** Variables that programs need to start, which a clean environment keeps. */
  private static final Set<String> KEPT =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "SHELL",
          "TERM",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TMPDIR",
          // What Windows needs.
          "SYSTEMROOT",
          "SYSTEMDRIVE",
          "WINDIR",
          "COMSPEC",
          "PATHEXT",
          "TEMP",
          "TMP",
          "USERPROFILE");

  private final Map<String, String> variables;

  private StepEnvironment(Map<String, String> variables) {
    this.variables = Collections.unmodifiableMap(variables);
  }

  /**
   * The environment of a step.
   *
   * @throws IllegalArgumentException naming the keys of which no environment can be made
   */
  static StepEnvironment of(
      PipelineDescriptor pipeline, StepDescriptor step, Map<String, Secret> secrets) {
    List<String> problems = problems(pipeline, step, secrets);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (String name : step.environment()) {
      Secret secret = secrets.get(name);
      if (secret != null) {
        Map<String, String> declared = declared(pipeline, name);
        for (Map.Entry<String, SecretValue> entry : secret.values().entrySet()) {
          variables.put(variable(declared, entry.getKey()), entry.getValue().reveal());
        }
      }
    }
    return new StepEnvironment(variables);
  }

  /** The variables that are in this process's environment already. */
  static StepEnvironment delivered(List<String> names, Map<String, String> processEnvironment) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String name : names) {
      variables.put(name, processEnvironment.getOrDefault(name, ""));
    }
    return new StepEnvironment(variables);
  }

  /** Why no environment can be made for a step, one sentence each, keys named, values never. */
  static List<String> problems(
      PipelineDescriptor pipeline, StepDescriptor step, Map<String, Secret> secrets) {
    List<String> problems = new ArrayList<>();
    Map<String, String> owners = new LinkedHashMap<>();
    for (String name : step.environment()) {
      Secret secret = secrets.get(name);
      if (secret == null) {
        continue;
      }
      Map<String, String> declared = declared(pipeline, name);
      for (Map.Entry<String, SecretValue> entry : secret.values().entrySet()) {
        String variable = variable(declared, entry.getKey());
        String owner = "key '" + entry.getKey() + "' of secret '" + name + "'";
        String earlier = owners.putIfAbsent(variable, owner);
        if (earlier != null) {
          problems.add(
              owner
                  + " and "
                  + earlier
                  + " both become the variable "
                  + variable
                  + " of step '"
                  + step.name()
                  + "'");
        }
        if (DangerousVariables.contains(variable)) {
          problems.add(
              owner
                  + " would set the variable "
                  + variable
                  + " of step '"
                  + step.name()
                  + "', which changes how programs start");
        }
        if (entry.getValue().reveal().indexOf('\0') >= 0) {
          problems.add(owner + " holds a NUL character, which no variable can");
        }
      }
    }
    return problems;
  }

  /** The variables that a process needs to start, out of this process's own. */
  static Map<String, String> clean(Map<String, String> environment) {
    Map<String, String> clean = new LinkedHashMap<>();
    environment.forEach(
        (name, value) -> {
          String upper = name.toUpperCase(Locale.ROOT);
          if (KEPT.contains(upper) || upper.startsWith("LC_")) {
            clean.put(name, value);
          }
        });
    return clean;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return variables.entrySet();
  }

  @Override
  public @Nullable String get(Object variable) {
    return variables.get(variable);
  }

  /** The variables, each with a mask for its value. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (String variable : variables.keySet()) {
      text.append(text.length() > 1 ? ", " : "").append(variable).append('=');
      text.append(SecretValue.MASK);
    }
    return text.append('}').toString();
  }

  private static Map<String, String> declared(PipelineDescriptor pipeline, String secret) {
    Map<String, String> variables = new LinkedHashMap<>();
    SecretDescriptor descriptor = pipeline.secret(secret).orElse(null);
    if (descriptor != null) {
      for (SchemaKey key : descriptor.keys()) {
        variables.put(key.name(), key.env());
      }
    }
    return variables;
  }

  private static String variable(Map<String, String> declared, String key) {
    String variable = declared.get(key);
    return variable == null ? SchemaKey.variable(key) : variable;
  }
}
