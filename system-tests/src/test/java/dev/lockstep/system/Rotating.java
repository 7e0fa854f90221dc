package dev.lockstep.system;

import dev.lockstep.Pipeline;
import dev.lockstep.Rotation;
import dev.lockstep.SecretName;
import dev.lockstep.Step;
import dev.lockstep.run.RunOptions;
import dev.lockstep.run.Stacks;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.OpenStack;
import java.util.Map;

/** Steps of which the first changes a secret that the others read. */
final class Rotating {
  private Rotating() {}

  @Pipeline(name = "fresh", secrets = "key", rotation = Rotation.FRESH)
  static class Fresh {
    @Step
    void rotate(Secret key) {
      Rotating.rotate(key);
    }

    @Step(after = "rotate")
    String read(Secret key) {
      return Rotating.which(key);
    }
  }

  @Pipeline(name = "pinned", secrets = "key", rotation = Rotation.PINNED)
  static class Pinned {
    @Step
    void rotate(Secret key) {
      Rotating.rotate(key);
    }

    @Step(after = "rotate")
    String read(@SecretName("key") Secret secret) {
      return Rotating.which(secret);
    }
  }

  @Pipeline(name = "pinned-apart", secrets = "key", rotation = Rotation.PINNED)
  static class PinnedApart {
    @Step
    void rotate(Secret key) {
      Rotating.rotate(key);
    }

    @Step(after = "rotate", isolation = dev.lockstep.Isolation.PROCESS)
    String read(Secret key) {
      return Rotating.which(key);
    }
  }

  private static void rotate(Secret key) {
    try (OpenStack stack = Stacks.open(RunOptions.defaults())) {
      stack
          .secretsManager()
          .orElseThrow()
          .update(
              Secret.of(key.name(), key.type(), Map.of("value", SecretValue.of("second value"))));
    }
  }

  private static String which(Secret key) {
    return key.value("value").orElseThrow().reveal().startsWith("first") ? "old" : "new";
  }
}
