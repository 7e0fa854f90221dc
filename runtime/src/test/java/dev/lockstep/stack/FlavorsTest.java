package dev.lockstep.stack;

import static dev.lockstep.stack.ComponentType.SECRETS_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.builtin.BuiltInFlavors;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.local.LocalSecretsFlavor;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlavorsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void aBuiltInFlavorIsFoundWithoutASearch() {
    Flavors flavors =
        new Flavors(
            new BuiltInFlavors(),
            new ClassLoader(null) {
              @Override
              protected Enumeration<URL> findResources(String name) {
                throw new AssertionError("searched for " + name);
              }
            });

    assertThat(flavors.find(SECRETS_MANAGER, "local")).isInstanceOf(LocalSecretsFlavor.class);
  }

  @Test
  void aFlavorOnTheClassPathIsFound() throws IOException {
    try (URLClassLoader loader = loader(Memory.class.getName())) {
      Flavors flavors = new Flavors(new BuiltInFlavors(), loader);

      assertThat(flavors.find(SECRETS_MANAGER, "memory")).isInstanceOf(Memory.class);
      assertThat(flavors.list(SECRETS_MANAGER))
          .filteredOn(AvailableFlavor::ready)
          .extracting(AvailableFlavor::name)
          .containsExactly("local", "env", "memory");
      assertThat(flavors.list(ComponentType.ORCHESTRATOR))
          .noneMatch(flavor -> flavor.name().equals("memory"));
    }
  }

  @Test
  void aProviderThatCannotBeLoadedHidesNoOther() throws IOException {
    try (URLClassLoader loader = loader("no.such.Flavor\n" + Memory.class.getName())) {
      Flavors flavors = new Flavors(new BuiltInFlavors(), loader);

      assertThat(flavors.find(SECRETS_MANAGER, "memory")).isInstanceOf(Memory.class);
      assertThatThrownBy(() -> flavors.find(SECRETS_MANAGER, "memry"))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("Did you mean 'memory'?")
          .hasMessageContaining("There are: aws, azure, env, gcp, local, memory, sqlite, vault")
          .hasMessageContaining("no.such.Flavor");
      assertThat(flavors.list(SECRETS_MANAGER))
          .filteredOn(flavor -> flavor.name().equals("?"))
          .singleElement()
          .satisfies(flavor -> assertThat(flavor.problem()).contains("no.such.Flavor not found"));
    }
  }

  @Test
  void aFlavorThatIsProvidedTwiceIsRefused() throws IOException {
    try (URLClassLoader loader = loader(Memory.class.getName() + "\n" + Memory2.class.getName())) {
      assertThatThrownBy(
              () -> new Flavors(new BuiltInFlavors(), loader).find(SECRETS_MANAGER, "memory"))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("twice")
          .hasMessageContaining(Memory2.class.getName());
    }
  }

  private URLClassLoader loader(String providers) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(ComponentFlavor.class.getName()), providers + "\n");
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, FlavorsTest.class.getClassLoader());
  }

  /** A flavor as another jar would bring it. */
  public static class Memory implements ComponentFlavor<SecretsManager> {
    @Override
    public ComponentType type() {
      return SECRETS_MANAGER;
    }

    @Override
    public String name() {
      return "memory";
    }

    @Override
    public String description() {
      return "For tests.";
    }

    @Override
    public List<FlavorOption> options() {
      return List.of();
    }

    @Override
    public SecretsManager create(ComponentContext context) {
      throw new UnsupportedOperationException();
    }
  }

  /** Another one of the same name. */
  public static final class Memory2 extends Memory {}
}
