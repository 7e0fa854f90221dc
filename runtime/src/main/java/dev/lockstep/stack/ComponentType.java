package dev.lockstep.stack;

import java.util.Optional;

/** What a stack is made of. */
public enum ComponentType {
  /** Decides where steps execute. */
  ORCHESTRATOR("orchestrator", "orchestrator", true),
  /** Stores what steps return. */
  ARTIFACT_STORE("artifact-store", "artifact store", true),
  /** Stores the record of runs. */
  METADATA_STORE("metadata-store", "metadata store", true),
  /** Stores secrets. */
  SECRETS_MANAGER("secrets-manager", "secrets manager", false);

  private final String label;
  private final String noun;
  private final boolean required;

  ComponentType(String label, String noun, boolean required) {
    this.label = label;
    this.noun = noun;
    this.required = required;
  }

  /** The name in {@code config.yaml} and on the command line: {@code artifact-store}. */
  public String label() {
    return label;
  }

  /** The name in sentences: {@code artifact store}. */
  public String noun() {
    return noun;
  }

  /** The noun with its article: {@code an artifact store}. */
  String oneOf() {
    return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
  }

  /** Whether every stack needs one. */
  public boolean required() {
    return required;
  }

  /** The type with that label. */
  public static Optional<ComponentType> of(String label) {
    for (ComponentType type : values()) {
      if (type.label.equals(label)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
