package dev.lockstep.stack;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.orchestrator.Orchestrator;
import dev.lockstep.secret.SecretsManager;

/**
 * Components whose classes are in jars of their own. Libraries look for their parts through the
 * thread's context class loader, which is the application's; so each call is made with the one of
 * the component's classes, and whoever calls has his own again when it returns.
 */
final class LoadedComponents {
  private LoadedComponents() {}

  /**
   * Makes a component of a flavor whose loader was {@linkplain FlavorLoader#retain retained};
   * closing the component releases it, and so does failing to make it.
   */
  static AutoCloseable make(
      ComponentFlavor<?> flavor, ComponentContext context, FlavorLoader loader) {
    ContextLoader classes = new ContextLoader(loader);
    boolean made = false;
    ClassLoader before = classes.enter();
    try {
      AutoCloseable component = flavor.create(context);
      made = true;
      return wrap(flavor.type(), component, classes);
    } finally {
      classes.leave(before);
      if (!made) {
        loader.release();
      }
    }
  }

  /** What is no component of its type is refused by whoever asks for it. */
  private static AutoCloseable wrap(
      ComponentType type, AutoCloseable component, ContextLoader classes) {
    return switch (type) {
      case SECRETS_MANAGER ->
          component instanceof SecretsManager secrets
              ? new LoadedSecretsManager(secrets, classes)
              : component;
      case ARTIFACT_STORE ->
          component instanceof ArtifactStore store
              ? new LoadedArtifactStore(store, classes)
              : component;
      case METADATA_STORE ->
          component instanceof MetadataStore store
              ? new LoadedMetadataStore(store, classes)
              : component;
      case ORCHESTRATOR ->
          component instanceof Orchestrator orchestrator
              ? new LoadedOrchestrator(orchestrator, classes)
              : component;
    };
  }
}
