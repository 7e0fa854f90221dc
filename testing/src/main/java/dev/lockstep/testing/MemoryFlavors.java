package dev.lockstep.testing;

import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Flavors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flavors that give the components of one test's stack, the same ones every time: a run opens and
 * closes its stack, and what it left must still be there. They are called {@code local}, as the
 * default stack expects.
 */
final class MemoryFlavors implements Flavors.BuiltIn {
  private static final String LOCAL = "local";

  private final InMemorySecretsManager secrets;
  private final MemoryArtifactStore artifacts;
  private final MemoryMetadataStore metadata;

  MemoryFlavors(
      InMemorySecretsManager secrets, MemoryArtifactStore artifacts, MemoryMetadataStore metadata) {
    this.secrets = secrets;
    this.artifacts = artifacts;
    this.metadata = metadata;
  }

  @Override
  public @Nullable ComponentFlavor<?> find(ComponentType type, String name) {
    return name.equals(LOCAL) ? local(type) : null;
  }

  @Override
  public List<ComponentFlavor<?>> all(ComponentType type) {
    return List.of(local(type));
  }

  private ComponentFlavor<?> local(ComponentType type) {
    return switch (type) {
      case ORCHESTRATOR -> new Given<>(type, new OneProcessOrchestrator());
      case ARTIFACT_STORE -> new Given<>(type, artifacts);
      case METADATA_STORE -> new Given<>(type, metadata);
      case SECRETS_MANAGER -> new Given<>(type, secrets);
    };
  }

  /** The flavor of one component that exists already. */
  private record Given<C extends AutoCloseable>(ComponentType type, C component)
      implements ComponentFlavor<C> {
    @Override
    public String name() {
      return LOCAL;
    }

    @Override
    public String description() {
      return "in the memory of a test";
    }

    @Override
    public List<FlavorOption> options() {
      return List.of();
    }

    @Override
    public C create(ComponentContext context) {
      return component;
    }
  }
}
