package dev.lockstep.stack;

import dev.lockstep.home.LockstepHome;
import java.nio.file.Path;
import java.util.Map;

/**
 * A process that registers an artifact store and a stack that uses it, again and again, and prints
 * each number when both are there.
 */
final class ConfigurationLoop {
  private ConfigurationLoop() {}

  public static void main(String[] args) {
    ConfigurationFile file = new ConfigurationFile(new LockstepHome(Path.of(args[0])));
    for (int i = Integer.parseInt(args[2]); ; i++) {
      String name = args[1] + i;
      file.update(
          all ->
              all.registerComponent(
                      new Component(
                          ComponentType.ARTIFACT_STORE, name, "local", Map.of("path", "/" + name)))
                  .registerStack(
                      all.stack(Configuration.DEFAULT)
                          .withName(name)
                          .with(ComponentType.ARTIFACT_STORE, name)));
      System.out.println(i);
    }
  }
}
