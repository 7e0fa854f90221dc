package dev.lockstep.cli.secret;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.secret.local.LocalSecretsManager;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.text.Suggestion;
import java.util.List;
import java.util.function.UnaryOperator;

/** The secrets manager of the stack that a command uses. */
public final class Vault implements AutoCloseable {
  private final LockstepHome home;
  private final OpenStack stack;
  private final SecretsManager manager;

  private Vault(LockstepHome home, OpenStack stack, SecretsManager manager) {
    this.home = home;
    this.stack = stack;
    this.manager = manager;
  }

  static Vault open(Arguments arguments, Host host) {
    State state = State.of(host);
    return of(state, state.open(arguments.text("--stack")));
  }

  /** The secrets manager of a stack, which is closed with it. */
  public static Vault of(State state, OpenStack stack) {
    return new Vault(
        state.home(), stack, stack.component(ComponentType.SECRETS_MANAGER, SecretsManager.class));
  }

  /** The secrets manager itself. */
  public SecretsManager manager() {
    return manager;
  }

  /** What a message calls it. */
  public String label() {
    return "secrets manager '"
        + stack.stack().component(ComponentType.SECRETS_MANAGER).orElseThrow()
        + "'";
  }

  /** Reads a secret that was named on the command line. */
  Secret get(String name) {
    SecretNames.check(name);
    try {
      return manager.get(name);
    } catch (SecretNotFoundException e) {
      throw missing(name);
    }
  }

  /** Refuses a name that no secret has. */
  void need(String name) {
    SecretNames.check(name);
    if (!manager.list().contains(name)) {
      throw missing(name);
    }
  }

  /**
   * Reads a secret, has it changed and stores it. Two commands that change one secret at the same
   * time follow each other, when the store is on this machine: neither undoes the other's keys.
   */
  public void update(String name, UnaryOperator<Secret> change) {
    if (!(manager instanceof LocalSecretsManager)) {
      manager.update(change.apply(get(name)));
      return;
    }
    new GuardedFile(home.secretsFolder().resolve("update"))
        .update(
            content -> {
              manager.update(change.apply(get(name)));
              return GuardedFile.Change.keep(true);
            });
  }

  private CommandException missing(String name) {
    return CommandException.usage(
        "There is no secret '"
            + name
            + "' in "
            + label()
            + "."
            + Suggestion.didYouMean(name, names())
            + "\n  Fix: 'lockstep secret list' shows the names there are.");
  }

  private List<String> names() {
    try {
      return manager.list();
    } catch (SecretsManagerException e) {
      // Whoever may read one secret need not be allowed to list them all.
      return List.of();
    }
  }

  @Override
  public void close() {
    stack.close();
  }
}
