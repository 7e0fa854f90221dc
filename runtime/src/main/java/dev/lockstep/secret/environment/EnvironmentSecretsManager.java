package dev.lockstep.secret.environment;

import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.UnsupportedSecretOperationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets that whoever started this process has set as variables. Reads only. */
public final class EnvironmentSecretsManager implements SecretsManager {
  private final String component;
  private final SecretVariables variables;
  private final Map<String, String> environment;
  private final Map<String, Map<String, String>> secrets;

  EnvironmentSecretsManager(
      String component, SecretVariables variables, Map<String, String> environment) {
    this.component = component;
    this.variables = variables;
    this.environment = environment;
    this.secrets = variables.secrets(environment);
  }

  @Override
  public Secret get(String name) {
    SecretNames.check(name);
    Map<String, String> keys = secrets.get(name);
    if (keys == null) {
      throw new SecretNotFoundException(name, component);
    }
    return read(name, keys);
  }

  @Override
  public Map<String, Secret> getAll(Collection<String> names) {
    Map<String, Secret> found = new LinkedHashMap<>();
    for (String name : names) {
      Map<String, String> keys = secrets.get(SecretNames.check(name));
      if (keys != null) {
        found.put(name, read(name, keys));
      }
    }
    return found;
  }

  @Override
  public List<String> list() {
    return List.copyOf(secrets.keySet());
  }

  /**
   * The variables that begin with the prefix and are none of these secrets': what is not for
   * whoever gets these.
   */
  public List<String> variablesWithout(Collection<String> names) {
    List<String> others = new ArrayList<>();
    for (String variable : environment.keySet()) {
      if (variables.isUnderPrefix(variable)) {
        others.add(variable);
      }
    }
    for (String name : names) {
      others.removeAll(secrets.getOrDefault(name, Map.of()).values());
    }
    return others;
  }

  private Secret read(String name, Map<String, String> keys) {
    List<String> problems = new ArrayList<>();
    Map<String, SecretValue> values = new LinkedHashMap<>();
    for (Map.Entry<String, String> key : keys.entrySet()) {
      if (SecretNames.isKey(key.getKey())) {
        values.put(key.getKey(), SecretValue.of(environment.getOrDefault(key.getValue(), "")));
      } else {
        problems.add(
            "the variable "
                + key.getValue()
                + " stands for '"
                + key.getKey()
                + "', which is no key");
      }
    }
    if (!problems.isEmpty()) {
      throw new MalformedSecretException(name, problems);
    }
    return Secret.of(name, Secret.ARBITRARY, values);
  }

  @Override
  public Optional<String> remedy(String secret, Collection<String> keys) {
    return Optional.of(edit(secret, "set " + named(secret, keys)));
  }

  @Override
  public void register(Secret secret) {
    throw readOnly(SecretNames.check(secret.name()), "set " + named(secret));
  }

  @Override
  public void update(Secret secret) {
    throw readOnly(SecretNames.check(secret.name()), "change " + named(secret));
  }

  @Override
  public void delete(String name) {
    throw readOnly(
        SecretNames.check(name), "unset " + variables.name(name, "KEY") + " for each of its keys");
  }

  @Override
  public void deleteAll(boolean force) {
    throw new UnsupportedSecretOperationException(
        "Secrets manager '"
            + component
            + "' only reads variables of the environment. Fix: unset them where the process is"
            + " started, or use another one: lockstep secrets-manager list");
  }

  private String named(Secret secret) {
    return named(secret.name(), secret.values().keySet());
  }

  /** The variables of these keys, at most two of them. */
  private String named(String secret, Collection<String> keys) {
    if (keys.isEmpty()) {
      return variables.name(secret, "KEY") + " for each of its keys";
    }
    Iterator<String> each = keys.iterator();
    String first = variables.name(secret, each.next());
    return switch (keys.size()) {
      case 1 -> first;
      case 2 -> first + " and " + variables.name(secret, each.next());
      default -> first + ", and so on for its other keys,";
    };
  }

  private String edit(String secret, String edit) {
    return (variables.canHold(secret)
            ? ""
            : "let the attribute 'secrets' name all its secrets, so that one can be called '"
                + secret
                + "': lockstep secrets-manager update "
                + component
                + " --secrets=NAME,NAME; then ")
        + edit
        + " where the process is started";
  }

  private UnsupportedSecretOperationException readOnly(String name, String edit) {
    return new UnsupportedSecretOperationException(
        "Secrets manager '"
            + component
            + "' only reads variables of the environment, so the secret '"
            + name
            + "' stays as it is. Fix: "
            + edit(name, edit)
            + ", or use another one: lockstep secrets-manager list");
  }
}
