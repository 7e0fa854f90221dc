package dev.lockstep.stack;

import dev.lockstep.text.RuntimeVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An integration that exists: flavors for one provider, in an artifact of their own, which are
 * installed with {@code lockstep integration install NAME} or put on the class path as {@code
 * dev.lockstep:lockstep-NAME}. This list is what tells a flavor that is not here from one that does
 * not exist.
 *
 * @param name its name, which is also the last part of its artifact and of its package
 * @param description one sentence
 * @param flavors what it brings
 */
public record Integration(String name, String description, List<Brought> flavors) {
  private static final String GROUP = "dev.lockstep";

  /**
   * A flavor of an integration.
   *
   * @param type what its components are
   * @param name the flavor's name
   * @param description one sentence
   */
  public record Brought(ComponentType type, String name, String description) {}

  private static final List<Integration> ALL =
      List.of(
          new Integration(
              "aws",
              "Secrets in AWS Secrets Manager, artifacts in Amazon S3.",
              List.of(
                  secretsManager("aws", "Secrets in AWS Secrets Manager."),
                  artifactStore("s3", "Artifacts in Amazon S3, or what speaks its protocol."))),
          new Integration(
              "azure",
              "Secrets in Azure Key Vault.",
              List.of(secretsManager("azure", "Secrets in Azure Key Vault."))),
          new Integration(
              "gcp",
              "Secrets in Google Secret Manager, artifacts in Google Cloud Storage.",
              List.of(
                  secretsManager("gcp", "Secrets in Google Secret Manager."),
                  artifactStore("gcs", "Artifacts in Google Cloud Storage."))),
          new Integration(
              "sqlite",
              "Many secrets in one encrypted SQLite database on this machine.",
              List.of(secretsManager("sqlite", "Many secrets in one encrypted SQLite database."))),
          new Integration(
              "vault",
              "Secrets in HashiCorp Vault or OpenBao.",
              List.of(secretsManager("vault", "Secrets in HashiCorp Vault or OpenBao (KV v2)."))));

  public Integration {
    flavors = List.copyOf(flavors);
  }

  private static Brought secretsManager(String name, String description) {
    return new Brought(ComponentType.SECRETS_MANAGER, name, description);
  }

  private static Brought artifactStore(String name, String description) {
    return new Brought(ComponentType.ARTIFACT_STORE, name, description);
  }

  /** Every integration, by name. */
  public static List<Integration> all() {
    return ALL;
  }

  /** The names of all. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Integration integration : ALL) {
      names.add(integration.name);
    }
    return names;
  }

  /** The integration of that name. */
  public static Optional<Integration> named(String name) {
    for (Integration integration : ALL) {
      if (integration.name.equals(name)) {
        return Optional.of(integration);
      }
    }
    return Optional.empty();
  }

  /** The integration that brings a flavor. */
  public static Optional<Integration> bringing(ComponentType type, String flavor) {
    for (Integration integration : ALL) {
      for (Brought brought : integration.flavors) {
        if (brought.type() == type && brought.name().equals(flavor)) {
          return Optional.of(integration);
        }
      }
    }
    return Optional.empty();
  }

  /** Where it is in a Maven repository, without a version: {@code dev.lockstep:lockstep-aws}. */
  public String artifact() {
    return GROUP + ":lockstep-" + name;
  }

  /** What a project declares to have it, with this runtime's version when that is known. */
  String dependency() {
    return artifact() + (RuntimeVersion.isKnown() ? ":" + RuntimeVersion.current() : "");
  }

  /** The command that installs it. */
  public String installation() {
    return "lockstep integration install " + name;
  }
}
