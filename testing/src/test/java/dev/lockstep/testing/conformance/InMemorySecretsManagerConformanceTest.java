package dev.lockstep.testing.conformance;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.testing.InMemorySecretsManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What stands in for a real secrets manager in users' tests behaves as one. */
class InMemorySecretsManagerConformanceTest extends SecretsManagerConformance {
  @Override
  protected SecretsManagerFixture start(Path folder) {
    InMemorySecretsManager store = new InMemorySecretsManager();
    return new SecretsManagerFixture() {
      @Override
      public ComponentFlavor<SecretsManager> flavor() {
        return new OneStore(store);
      }

      @Override
      public Map<String, String> attributes() {
        return Map.of();
      }

      @Override
      public SecretsManagerTraits traits() {
        return SecretsManagerTraits.LOCAL.withoutPrefixes().withoutProcesses();
      }
    };
  }

  /** Opens the same store each time. */
  private record OneStore(InMemorySecretsManager store) implements ComponentFlavor<SecretsManager> {
    @Override
    public ComponentType type() {
      return ComponentType.SECRETS_MANAGER;
    }

    @Override
    public String name() {
      return "in-memory";
    }

    @Override
    public String description() {
      return "Secrets of one test.";
    }

    @Override
    public List<FlavorOption> options() {
      return List.of();
    }

    @Override
    public SecretsManager create(ComponentContext context) {
      return store;
    }
  }
}
