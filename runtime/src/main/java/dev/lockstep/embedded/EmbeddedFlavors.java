package dev.lockstep.embedded;

import dev.lockstep.artifact.local.LocalArtifactStoreFlavor;
import dev.lockstep.metadata.local.LocalMetadataStoreFlavor;
import dev.lockstep.orchestrator.local.LocalOrchestratorFlavor;
import dev.lockstep.secret.local.LocalSecretsManagerFlavor;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Flavors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The flavors that need no search and no integration. */
public final class EmbeddedFlavors implements Flavors.BuiltIn {
  /** These flavors, and those that ServiceLoader finds beside the runtime. */
  public static Flavors all() {
    return new Flavors(new EmbeddedFlavors(), EmbeddedFlavors.class.getClassLoader());
  }

  @Override
  public @Nullable ComponentFlavor<?> find(ComponentType type, String name) {
    return name.equals("local") ? local(type) : null;
  }

  @Override
  public List<ComponentFlavor<?>> all(ComponentType type) {
    return List.of(local(type));
  }

  private static ComponentFlavor<?> local(ComponentType type) {
    return switch (type) {
      case ORCHESTRATOR -> new LocalOrchestratorFlavor();
      case ARTIFACT_STORE -> new LocalArtifactStoreFlavor();
      case METADATA_STORE -> new LocalMetadataStoreFlavor();
      case SECRETS_MANAGER -> new LocalSecretsManagerFlavor();
    };
  }
}
