package dev.lockstep.artifact.local;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The flavor {@code local} of artifact stores. */
public final class LocalArtifactStoreFlavor implements ComponentFlavor<ArtifactStore> {
  @Override
  public ComponentType type() {
    return ComponentType.ARTIFACT_STORE;
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public String description() {
    return "a folder on this machine";
  }

  @Override
  public List<FlavorOption> options() {
    return List.of(
        FlavorOption.optional(
            "path", "path", "The folder; default: artifacts/<component> in LOCKSTEP_HOME."));
  }

  @Override
  public Map<String, String> derivedFromName(ComponentContext context) {
    return Map.of("path", folder(context).toString());
  }

  private static Path folder(ComponentContext context) {
    return context.home().artifactsFolder().resolve(context.component());
  }

  @Override
  public ArtifactStore create(ComponentContext context) {
    return new LocalArtifactStore(Options.of(this, context).path("path").orElse(folder(context)));
  }
}
