package dev.lockstep.processor.model;

/** The types of components that a stack is made of. */
public enum ComponentKind {
  ORCHESTRATOR("dev.lockstep.orchestrator.Orchestrator", "orchestrator", "an"),
  ARTIFACT_STORE("dev.lockstep.artifact.ArtifactStore", "artifact store", "an"),
  METADATA_STORE("dev.lockstep.metadata.MetadataStore", "metadata store", "a"),
  SECRETS_MANAGER("dev.lockstep.secret.SecretsManager", "secrets manager", "a");

  private final String interfaceName;
  private final String noun;
  private final String article;

  ComponentKind(String interfaceName, String noun, String article) {
    this.interfaceName = interfaceName;
    this.noun = noun;
    this.article = article;
  }

  /** The interface that components of this type implement. */
  public String interfaceName() {
    return interfaceName;
  }

  public String simpleInterfaceName() {
    return interfaceName.substring(interfaceName.lastIndexOf('.') + 1);
  }

  public String noun() {
    return noun;
  }

  /** {@code a secrets manager}. */
  public String oneOf() {
    return article + " " + noun;
  }
}
