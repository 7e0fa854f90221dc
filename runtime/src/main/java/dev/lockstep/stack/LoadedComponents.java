package dev.lockstep.stack;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.orchestrator.Orchestrator;
import dev.lockstep.secret.SecretsManager;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
      // What is no component of its type is refused by whoever asks for it.
      return type(flavor.type()).isInstance(component) ? proxy(component, classes) : component;
    } finally {
      classes.leave(before);
      if (!made) {
        loader.release();
      }
    }
  }

  /** Has every interface of the component that its caller can know, whichever those are. */
  private static AutoCloseable proxy(AutoCloseable component, ContextLoader classes) {
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    for (Class<?> type = component.getClass(); type != null; type = type.getSuperclass()) {
      collect(type, interfaces);
    }
    return (AutoCloseable)
        Proxy.newProxyInstance(
            LoadedComponents.class.getClassLoader(),
            interfaces.toArray(new Class<?>[0]),
            new LoadedCalls(component, classes));
  }

  private static void collect(Class<?> type, Set<Class<?>> interfaces) {
    for (Class<?> candidate : type.getInterfaces()) {
      if (Modifier.isPublic(candidate.getModifiers()) && isShared(candidate)) {
        interfaces.add(candidate);
      }
      collect(candidate, interfaces);
    }
  }

  private static boolean isShared(Class<?> type) {
    @Nullable ClassLoader loader = type.getClassLoader();
    return loader == null || loader == LoadedComponents.class.getClassLoader();
  }

  private static Class<?> type(ComponentType type) {
    return switch (type) {
      case SECRETS_MANAGER -> SecretsManager.class;
      case ARTIFACT_STORE -> ArtifactStore.class;
      case METADATA_STORE -> MetadataStore.class;
      case ORCHESTRATOR -> Orchestrator.class;
    };
  }
}
