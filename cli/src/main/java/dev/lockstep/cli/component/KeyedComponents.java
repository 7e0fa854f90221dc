package dev.lockstep.cli.component;

import dev.lockstep.cli.host.State;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.UnsupportedSecretOperationException;
import dev.lockstep.secret.encryption.EncryptedStore;
import dev.lockstep.secret.encryption.StoreEncryption;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.Stack;
import dev.lockstep.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The secrets managers of a home whose stores have keys of ours, and which of them share what. */
final class KeyedComponents {
  private final State state;
  private final Configuration configuration;

  KeyedComponents(State state, Configuration configuration) {
    this.state = state;
    this.configuration = configuration;
  }

  static boolean hasKey(ComponentFlavor<?> flavor) {
    for (FlavorOption option : flavor.options()) {
      if (option.name().equals(StoreEncryption.KEY_FROM)) {
        return true;
      }
    }
    return false;
  }

  /** A stack of nothing else is all that a component needs, which may be configured otherwise. */
  OpenStack open(Component component) {
    return state.open(
        new Stack(component.name(), Map.of(ComponentType.SECRETS_MANAGER, component.name())),
        configuration.updateComponent(component));
  }

  static EncryptedStore store(OpenStack stack) {
    return (EncryptedStore) stack.component(ComponentType.SECRETS_MANAGER, SecretsManager.class);
  }

  /** The others that keep their secrets in the same file, whose key is the same one. */
  List<String> ofSameStore(EncryptedStore store, Component component) {
    List<String> names = new ArrayList<>();
    for (Component other : others(component)) {
      Places places = places(other);
      if (isSame(store.file(), places.store())) {
        names.add(other.name());
      }
    }
    return names;
  }

  /** Another one that has its secrets elsewhere, and the same key file; or null. */
  @Nullable String withSameKeyFile(EncryptedStore store, Component component) {
    for (Component other : others(component)) {
      Places places = places(other);
      if (isSame(store.keyFile(), places.keyFile()) && !isSame(store.file(), places.store())) {
        return other.name();
      }
    }
    return null;
  }

  private List<Component> others(Component component) {
    List<Component> others = new ArrayList<>(configuration.components(component.type()));
    others.removeIf(other -> other.name().equals(component.name()));
    return others;
  }

  /** Where a component has what; null where that is not known, or nowhere. */
  private record Places(@Nullable Path store, @Nullable Path keyFile) {}

  private Places places(Component component) {
    try {
      if (!hasKey(state.flavors().find(component.type(), component.flavor()))) {
        return new Places(null, null);
      }
      try (OpenStack stack = open(component)) {
        EncryptedStore store = store(stack);
        return new Places(store.file(), store.keyFile());
      }
    } catch (UnsupportedSecretOperationException e) {
      return new Places(null, null); // It is not encrypted.
    } catch (StackException e) {
      // One that cannot be made now, but maybe tomorrow, still says what it has where.
      return new Places(
          path(component.attributes().get("path")),
          path(component.attributes().get(StoreEncryption.KEY_FILE)));
    }
  }

  private static @Nullable Path path(@Nullable String attribute) {
    try {
      return attribute == null ? null : Path.of(attribute).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static boolean isSame(Path one, @Nullable Path other) {
    try {
      return other != null && (one.equals(other) || Files.isSameFile(one, other));
    } catch (IOException e) {
      return false; // One of them is not there.
    }
  }
}
