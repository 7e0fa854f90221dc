package dev.lockstep.testing.conformance;

import dev.lockstep.secret.local.LocalSecretsFlavor;
import dev.lockstep.secret.local.LocalSecretsManager;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Passphrases;
import java.util.List;

/** The flavor {@code local}, with keys that are derived once for all of its components. */
public final class SharedPassphraseFlavor implements ComponentFlavor<LocalSecretsManager> {
  private final LocalSecretsFlavor flavor = new LocalSecretsFlavor();
  private final Passphrases passphrases = Passphrases.unattended();

  /** Called by the processes of tests. */
  public SharedPassphraseFlavor() {}

  @Override
  public ComponentType type() {
    return flavor.type();
  }

  @Override
  public String name() {
    return flavor.name();
  }

  @Override
  public String description() {
    return flavor.description();
  }

  @Override
  public List<FlavorOption> options() {
    return flavor.options();
  }

  @Override
  public LocalSecretsManager create(ComponentContext context) {
    return flavor.create(
        new ComponentContext(
            context.component(),
            context.attributes(),
            context.home(),
            context.environment(),
            passphrases));
  }
}
