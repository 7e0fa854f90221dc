package dev.lockstep.cli.secret;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.secret.encryption.EncryptedStore;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.Stack;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;

/** The secrets manager that a command uses: the one that it names, else that of a stack. */
public final class UsedSecretsManager implements AutoCloseable {
  private static final String MANAGER = "--secrets-manager";
  private static final String STACK = "--stack";

  private final LockstepHome home;
  private final OpenStack stack;
  private final SecretsManager manager;
  private final String option;

  private UsedSecretsManager(
      LockstepHome home, OpenStack stack, SecretsManager manager, String option) {
    this.home = home;
    this.stack = stack;
    this.manager = manager;
    this.option = option;
  }

  /** Adds the options by which a command says which one it means. */
  static void options(CommandSpec spec) {
    Options.text(spec, "NAME", "use this secrets manager, of whatever stack", MANAGER);
    Options.stack(spec);
  }

  /** The same for a command that reads from one and writes to another. */
  static void optionsOfSource(CommandSpec spec) {
    Options.text(
        spec,
        "MANAGER",
        "the secrets manager to read from; without it the active stack's",
        "--from",
        MANAGER);
    Options.stack(spec);
  }

  /** Opens the one that {@link #options} or {@link #optionsOfSource} say. */
  static UsedSecretsManager open(Arguments arguments, Host host) {
    String name = arguments.text(MANAGER);
    String stackName = arguments.text(STACK);
    if (name == null) {
      State state = State.of(host);
      return of(
          state, state.open(stackName), stackName == null ? "" : " " + STACK + " " + stackName);
    }
    if (stackName != null) {
      throw CommandException.usage(
          "--stack and a secrets manager's name exclude each other: a stack names its own.");
    }
    return open(name, host);
  }

  /** Opens a secrets manager by its name. */
  static UsedSecretsManager open(String name, Host host) {
    State state = State.of(host);
    Configuration configuration = state.file().load();
    if (configuration.findComponent(ComponentType.SECRETS_MANAGER, name).isEmpty()) {
      List<String> names = new ArrayList<>();
      for (Component component : configuration.components(ComponentType.SECRETS_MANAGER)) {
        names.add(component.name());
      }
      throw CommandException.usage(
          "There is no secrets manager '"
              + name
              + "'."
              + Suggestion.didYouMean(name, names)
              + " There are: "
              + Names.list(names)
              + ".\n  Fix: 'lockstep secrets-manager list' shows them.");
    }
    // A stack of nothing else is all that it needs.
    return of(
        state,
        state.open(new Stack(name, Map.of(ComponentType.SECRETS_MANAGER, name)), configuration),
        " " + MANAGER + " " + name);
  }

  /**
   * The secrets manager of a stack, which is closed with it.
   *
   * @param option what a command needs to mean the same stack, with a space before it; may be empty
   */
  public static UsedSecretsManager of(State state, OpenStack stack, String option) {
    return new UsedSecretsManager(
        state.home(),
        stack,
        MaskedFailures.of(
            stack.component(ComponentType.SECRETS_MANAGER, SecretsManager.class), state.redactor()),
        option);
  }

  /** The secrets manager itself. */
  public SecretsManager manager() {
    return manager;
  }

  /** The component's name. */
  String name() {
    return stack.secretsManagerName();
  }

  /** What a message calls it. */
  public String label() {
    return "secrets manager '" + name() + "'";
  }

  /** What another command needs to mean this one too, with a space before it; may be empty. */
  String option() {
    return option;
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
    if (!has(name)) {
      throw missing(name);
    }
  }

  /**
   * Whether there is a secret of that name. It is asked for and not looked for in a list: lists of
   * providers lag behind, and leave out what other tools stored.
   */
  boolean has(String name) {
    return !having(List.of(name)).isEmpty();
  }

  /** Those of the names that secrets have, one that cannot be read included. */
  Set<String> having(Collection<String> names) {
    Set<String> asked = new LinkedHashSet<>(names);
    Set<String> unreadable = new LinkedHashSet<>();
    while (true) {
      try {
        Set<String> there = new LinkedHashSet<>(manager.getAll(asked).keySet());
        there.addAll(unreadable);
        return there;
      } catch (MalformedSecretException e) {
        if (!asked.remove(e.name())) {
          throw e;
        }
        unreadable.add(e.name());
      }
    }
  }

  /**
   * Reads all secrets that were named on the command line, or all that there are.
   *
   * @throws CommandException naming all that do not exist
   */
  List<Secret> getAll(Collection<String> names) {
    for (String name : names) {
      SecretNames.check(name);
    }
    Map<String, Secret> found = manager.getAll(names);
    List<Secret> secrets = new ArrayList<>();
    StringBuilder missing = new StringBuilder();
    for (String name : names) {
      Secret secret = found.get(name);
      if (secret != null) {
        secrets.add(secret);
      } else {
        missing
            .append(missing.length() == 0 ? "There is no secret '" : ", nor '")
            .append(name)
            .append('\'');
      }
    }
    if (missing.length() > 0) {
      throw CommandException.usage(missing + " in " + label() + "." + names(option));
    }
    return secrets;
  }

  /**
   * Reads a secret, has it changed and stores it. Two commands that change one secret at the same
   * time follow each other, when the store is on this machine: neither undoes the other's keys.
   * With any other store, a change of someone else is noticed and said.
   */
  public void update(String name, UnaryOperator<Secret> change) {
    exclusively(
        () -> {
          Secret before = get(name);
          Secret after = change.apply(before);
          manager.update(after);
          if (!local()) {
            OtherWriters.refuse(before, after, this);
          }
          return true;
        });
  }

  /** Does something while no other command changes secrets, when the store is on this machine. */
  <R> R exclusively(Supplier<R> action) {
    if (!local()) {
      return action.get();
    }
    return new GuardedFile(home.secretsFolder().resolve("update"))
        .update(content -> GuardedFile.Change.keep(action.get()));
  }

  private boolean local() {
    return manager instanceof EncryptedStore;
  }

  CommandException missing(String name) {
    return CommandException.usage(
        "There is no secret '"
            + name
            + "' in "
            + label()
            + manager
                .recoverableUntil(name)
                .map(until -> ": it was deleted, and " + restorable(until))
                .orElse(".")
            + Suggestion.didYouMean(name, names())
            + names(option));
  }

  /** Until when something deleted can be restored, which ends the sentence. */
  static String restorable(Instant until) {
    return "can be restored until " + until.truncatedTo(ChronoUnit.SECONDS) + ".";
  }

  private static String names(String option) {
    return "\n  Fix: 'lockstep secret list" + option + "' shows the names there are.";
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
