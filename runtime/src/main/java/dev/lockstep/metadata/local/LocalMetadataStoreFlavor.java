package dev.lockstep.metadata.local;

import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The flavor {@code local} of metadata stores. */
public final class LocalMetadataStoreFlavor implements ComponentFlavor<MetadataStore> {
  @Override
  public ComponentType type() {
    return ComponentType.METADATA_STORE;
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public String description() {
    return "journals in a folder on this machine";
  }

  @Override
  public List<FlavorOption> options() {
    return List.of(
        FlavorOption.optional(
            "path", "path", "The folder; default: runs/<component> in LOCKSTEP_HOME."),
        FlavorOption.withDefault(
            "durability",
            "process|disk",
            "process",
            "What a recorded event survives: the death of the process, or a power cut too."));
  }

  @Override
  public Map<String, String> derivedFromName(ComponentContext context) {
    return Map.of("path", folder(context).toString());
  }

  private static Path folder(ComponentContext context) {
    return context.home().runsFolder().resolve(context.component());
  }

  @Override
  public MetadataStore create(ComponentContext context) {
    Options options = Options.of(this, context);
    return new LocalMetadataStore(
        options.path("path").orElse(folder(context)), options.text("durability").equals("disk"));
  }
}
