package dev.lockstep.secret;

import java.util.List;

/**
 * What is stored does not fit: it cannot be decoded, or its keys and values do not fit the schema
 * under which it is read. Lists every problem at once; problems name keys, never values.
 */
public final class MalformedSecretException extends SecretsManagerException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient List<String> problems;

  /**
   * Gathers everything that is wrong with one secret.
   *
   * @param problems one sentence each, such as {@code key 'port' is not an int}
   */
  public MalformedSecretException(String name, List<String> problems) {
    super("Secret '" + name + "' is malformed: " + String.join("; ", problems) + ".", null);
    this.name = name;
    this.problems = List.copyOf(problems);
  }

  /** The secret's name. */
  public String name() {
    return name;
  }

  /** All that is wrong with it. */
  public List<String> problems() {
    return problems;
  }
}
