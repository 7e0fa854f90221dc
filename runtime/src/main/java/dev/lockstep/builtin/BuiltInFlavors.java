package dev.lockstep.builtin;

import dev.lockstep.artifact.local.LocalArtifactStoreFlavor;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.metadata.local.LocalMetadataStoreFlavor;
import dev.lockstep.orchestrator.local.LocalOrchestratorFlavor;
import dev.lockstep.secret.environment.EnvironmentSecretsFlavor;
import dev.lockstep.secret.local.LocalSecretsFlavor;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorRegistry;
import dev.lockstep.stack.Flavors;
import dev.lockstep.stack.IntegrationRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The flavors of the runtime itself; a flavor's class is loaded when it is asked for. */
public final class BuiltInFlavors implements Flavors.BuiltIn {
  private static final String LOCAL = "local";

  /** These flavors and those that the class path has. */
  public static Flavors flavors() {
    return new Flavors(new BuiltInFlavors(), loader());
  }

  /** These flavors, those that the class path has, and those that are installed in a home. */
  public static Flavors flavors(LockstepHome home) {
    return new Flavors(
        new BuiltInFlavors(), loader(), new IntegrationRegistry(home), new FlavorRegistry(home));
  }

  private static ClassLoader loader() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader == null ? BuiltInFlavors.class.getClassLoader() : loader;
  }

  @Override
  public @Nullable ComponentFlavor<?> find(ComponentType type, String name) {
    if (name.equals(LOCAL)) {
      return local(type);
    }
    return type == ComponentType.SECRETS_MANAGER && name.equals(EnvironmentSecretsFlavor.NAME)
        ? new EnvironmentSecretsFlavor()
        : null;
  }

  @Override
  public List<ComponentFlavor<?>> all(ComponentType type) {
    return type == ComponentType.SECRETS_MANAGER
        ? List.of(local(type), new EnvironmentSecretsFlavor())
        : List.of(local(type));
  }

  private static ComponentFlavor<?> local(ComponentType type) {
    return switch (type) {
      case ORCHESTRATOR -> new LocalOrchestratorFlavor();
      case ARTIFACT_STORE -> new LocalArtifactStoreFlavor();
      case METADATA_STORE -> new LocalMetadataStoreFlavor();
      case SECRETS_MANAGER -> new LocalSecretsFlavor();
    };
  }
}
