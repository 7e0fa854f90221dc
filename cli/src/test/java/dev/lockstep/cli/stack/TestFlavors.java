package dev.lockstep.cli.stack;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Flavors that only some tests have on their class path. */
final class TestFlavors {
  private TestFlavors() {}

  /** A folder for the class path that lets these flavors be found. */
  static Path in(Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("flavors/META-INF/services"));
    Files.writeString(
        services.resolve(ComponentFlavor.class.getName()),
        Guarded.class.getName() + "\n" + Down.class.getName() + "\n");
    return folder.resolve("flavors");
  }

  /** An artifact store that is never made, with sensitive attributes. */
  public static final class Guarded implements ComponentFlavor<AutoCloseable> {
    @Override
    public ComponentType type() {
      return ComponentType.ARTIFACT_STORE;
    }

    @Override
    public String name() {
      return "guarded";
    }

    @Override
    public String description() {
      return "For tests.";
    }

    @Override
    public List<FlavorOption> options() {
      return List.of(
          FlavorOption.optional("url", "text", "where"),
          FlavorOption.optional("token", "text", "to get in").asSensitive(),
          FlavorOption.required("pin", "text", "to get further").asSensitive());
    }

    @Override
    public AutoCloseable create(ComponentContext context) {
      throw new IllegalStateException("not needed");
    }
  }

  /** A secrets manager whose back end refuses or hangs. */
  public static final class Down implements ComponentFlavor<SecretsManager> {
    @Override
    public ComponentType type() {
      return ComponentType.SECRETS_MANAGER;
    }

    @Override
    public String name() {
      return "down";
    }

    @Override
    public String description() {
      return "For tests.";
    }

    @Override
    public List<FlavorOption> options() {
      return List.of(FlavorOption.withDefault("how", "refuses|hangs", "refuses", "how it is down"));
    }

    @Override
    public SecretsManager create(ComponentContext context) {
      return new Unusable("hangs".equals(context.attributes().get("how")));
    }
  }

  private record Unusable(boolean hangs) implements SecretsManager {
    private SecretsUnreachableException down() {
      try {
        if (hangs) {
          new CountDownLatch(1).await();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new SecretsUnreachableException("Nobody answers at vault.example.");
    }

    @Override
    public void register(Secret secret) {
      throw down();
    }

    @Override
    public Secret get(String name) {
      throw down();
    }

    @Override
    public Map<String, Secret> getAll(Collection<String> names) {
      throw down();
    }

    @Override
    public List<String> list() {
      throw down();
    }

    @Override
    public void update(Secret secret) {
      throw down();
    }

    @Override
    public void delete(String name) {
      throw down();
    }

    @Override
    public void deleteAll(boolean force) {
      throw down();
    }
  }
}
