package dev.lockstep.run;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.stack.ActiveStack;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.ConfigurationFile;
import dev.lockstep.stack.OpenStack;

/** Opens the stack that a run uses. */
public final class Stacks {
  private Stacks() {}

  /**
   * The stack that the options name, else the active one. What is confidential in its components'
   * configuration is masked by the options' redactor as soon as it is read.
   *
   * @throws dev.lockstep.stack.StackException when it is missing or cannot be read
   */
  public static OpenStack open(RunOptions options) {
    LockstepHome home = options.home();
    Configuration configuration = new ConfigurationFile(home).load();
    ActiveStack active =
        ActiveStack.resolve(
            options.stack(), options.environment(), options.workingFolder(), configuration);
    return OpenStack.of(
        active,
        configuration,
        options.flavors(),
        home,
        options.environment(),
        options.redactor(),
        options.passphrases());
  }
}
