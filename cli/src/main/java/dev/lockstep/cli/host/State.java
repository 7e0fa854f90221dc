package dev.lockstep.cli.host;

import dev.lockstep.builtin.BuiltInFlavors;
import dev.lockstep.home.HomeException;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.redact.Redactor;
import dev.lockstep.stack.ActiveStack;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.ConfigurationFile;
import dev.lockstep.stack.Flavors;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.Passphrases;
import dev.lockstep.stack.Stack;
import dev.lockstep.stack.StackException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state on disk as a command sees it. Nothing is read before it is asked for. */
public final class State {
  private final Host host;
  private final LockstepHome home;
  private final ConfigurationFile file;

  private State(Host host, LockstepHome home) {
    this.host = host;
    this.home = home;
    this.file = new ConfigurationFile(home);
  }

  /** The state of the user who runs the process. */
  public static State of(Host host) {
    return new State(host, LockstepHome.of(host.environment()));
  }

  public LockstepHome home() {
    return home;
  }

  /** Where components and stacks are configured. */
  public ConfigurationFile file() {
    return file;
  }

  /** The flavors that components can have. */
  public Flavors flavors() {
    return BuiltInFlavors.flavors(home);
  }

  /**
   * The stack that the command uses.
   *
   * @param option the value of {@code --stack}, or null
   */
  public ActiveStack activeStack(@Nullable String option, Configuration configuration) {
    return ActiveStack.resolve(option, host.environment(), host.workingFolder(), configuration);
  }

  /**
   * The stack that is named, or the active one.
   *
   * @param name what the command was given, or null
   */
  public Stack stack(@Nullable String name, Configuration configuration) {
    return name == null ? activeStack(null, configuration).stack() : configuration.stack(name);
  }

  /** What further commands need to use a stack: nothing when it is active, else its option. */
  public String stackOption(Stack stack, Configuration configuration) {
    try {
      if (activeStack(null, configuration).stack().name().equals(stack.name())) {
        return "";
      }
    } catch (StackException | HomeException e) {
      // Which one is active cannot be told, so the option is needed.
    }
    return " " + ActiveStack.OPTION + " " + stack.name();
  }

  /** Opens the stack that the command uses. */
  public OpenStack open(@Nullable String option) {
    Configuration configuration = file.load();
    return open(activeStack(option, configuration), configuration);
  }

  /** Opens a stack; what its components' attributes refer to is masked in all messages. */
  public OpenStack open(ActiveStack active, Configuration configuration) {
    return OpenStack.of(
        active,
        configuration,
        flavors(),
        home,
        host.environment(),
        host.messages().redactor(),
        passphrases());
  }

  /** Opens a stack by whatever it has, as {@link #open(ActiveStack, Configuration)} does. */
  public OpenStack open(Stack stack, Configuration configuration) {
    return OpenStack.of(
        stack,
        configuration,
        flavors(),
        home,
        host.environment(),
        host.messages().redactor(),
        passphrases());
  }

  /** What masks all messages. */
  public Redactor redactor() {
    return host.messages().redactor();
  }

  /** The person at the terminal, if there is one, is asked for passphrases. */
  private Passphrases passphrases() {
    Prompt prompt = new Prompt(host);
    return Passphrases.asking(
        question ->
            prompt.available() ? Objects.requireNonNullElse(prompt.hidden(question), "") : null);
  }
}
