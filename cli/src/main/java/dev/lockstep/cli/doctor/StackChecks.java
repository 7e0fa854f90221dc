package dev.lockstep.cli.doctor;

import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.home.HomeException;
import dev.lockstep.secret.encryption.StoreEncryption;
import dev.lockstep.stack.ActiveStack;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Options;
import dev.lockstep.stack.Passphrases;
import dev.lockstep.stack.Stack;
import dev.lockstep.stack.StackException;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configuration, the active stack, and whether its components can be made. */
final class StackChecks {
  private final Host host;
  private final State state;
  private final @Nullable String option;

  StackChecks(Host host, State state, @Nullable String option) {
    this.host = host;
    this.state = state;
    this.option = option;
  }

  void check(Findings findings) {
    Configuration configuration;
    try {
      configuration = state.file().load();
      int stacks = configuration.stacks().size();
      findings.ok(
          "configuration",
          Files.exists(state.home().configFile())
              ? state.home().configFile()
                  + " can be read; with the built-in stack there are "
                  + stacks
                  + "."
              : "Nothing is configured yet, and there is the built-in stack.");
    } catch (StackException | HomeException e) {
      findings.failure("configuration", Finding.State.PROBLEM, e);
      return;
    }
    Stack active = null;
    try {
      ActiveStack found = state.activeStack(option, configuration);
      active = found.stack();
      findings.ok(
          "stack", "The active stack is '" + active.name() + "', named by " + found.source() + ".");
    } catch (StackException | HomeException e) {
      findings.failure("stack", Finding.State.PROBLEM, e);
    }
    boolean fit = true;
    for (ComponentType type : ComponentType.values()) {
      for (Component component : configuration.components(type)) {
        boolean used = active != null && component.name().equals(active.components().get(type));
        fit &= component(component, used, findings) || !used;
      }
    }
    if (active == null) {
      return;
    }
    if (active.component(ComponentType.SECRETS_MANAGER).isEmpty()) {
      findings.warning(
          "stack",
          "The stack '" + active.name() + "' has no secrets manager.",
          "lockstep stack update " + active.name() + " -x NAME");
    }
    if (fit) {
      new BackEndChecks(host, state, active, configuration).check(findings);
    }
  }

  /** Whether a component is configured right; one of another stack is no problem of today. */
  private boolean component(Component component, boolean used, Findings findings) {
    try {
      Options.check(state.flavors().find(component.type(), component.flavor()), component);
      if (used) {
        findings.ok(
            component.type().label(),
            "'"
                + component.name()
                + "' of flavor '"
                + component.flavor()
                + "' is configured right.");
        passphrase(component, findings);
      }
      return true;
    } catch (StackException e) {
      findings.failure(
          component.type().label(), used ? Finding.State.PROBLEM : Finding.State.WARNING, e);
      return false;
    }
  }

  private void passphrase(Component component, Findings findings) {
    if (asksForPassphrase(component, host)) {
      findings.warning(
          component.type().label(),
          "'"
              + component.name()
              + "' needs its passphrase, and "
              + Passphrases.VARIABLE
              + " is not set: you are asked for it, and a job without a terminal fails.",
          "read -rs " + Passphrases.VARIABLE + " && export " + Passphrases.VARIABLE);
    }
  }

  /** Whether what a component stored can be read only after someone has typed a passphrase. */
  static boolean asksForPassphrase(Component component, Host host) {
    Map<String, String> attributes = component.attributes();
    return StoreEncryption.PASSPHRASE.equals(attributes.get(StoreEncryption.KEY_FROM))
        && !attributes.containsKey(StoreEncryption.PASSPHRASE_FILE)
        && host.environment().getOrDefault(Passphrases.VARIABLE, "").isEmpty();
  }
}
