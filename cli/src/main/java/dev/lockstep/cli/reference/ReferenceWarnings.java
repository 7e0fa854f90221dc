package dev.lockstep.cli.reference;

import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.home.HomeException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.stack.ActiveStack;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.Stack;
import dev.lockstep.stack.StackException;
import dev.lockstep.stack.StackReferences;
import dev.lockstep.stack.UnresolvedReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Says which references to secrets stand for nothing, after a command that changed a stack or a
 * component. It ends no command: a secret may be registered later, and a back end may be down. A
 * stack without references costs nothing.
 */
public final class ReferenceWarnings {
  private static final int SECONDS = 5;

  private final State state;
  private final Host host;
  private final Configuration configuration;

  /** Warns of what is configured now. */
  public ReferenceWarnings(State state, Host host, Configuration configuration) {
    this.state = state;
    this.host = host;
    this.configuration = configuration;
  }

  /** Warns of a stack. */
  public void ofStack(Stack stack) {
    ofStacks(List.of(stack));
  }

  /** Warns of the stacks that use a component; of the component itself when there are none. */
  public void ofComponent(Component component) {
    StackReferences references = StackReferences.of(component, state.flavors());
    if (references.isEmpty()) {
      return;
    }
    List<Stack> users = configuration.users(component.type(), component.name());
    ofStacks(users);
    if (users.isEmpty()) {
      warn("The " + component.type().noun(), references.outsideOfStacks());
    }
  }

  /** All are asked at once, so that several back ends that are down take no longer than one. */
  private void ofStacks(List<Stack> stacks) {
    Map<Stack, FutureTask<List<UnresolvedReference>>> checks = new LinkedHashMap<>();
    for (Stack stack : stacks) {
      StackReferences references = StackReferences.of(stack, configuration, state.flavors());
      warn("The stack '" + stack.name() + "'", references.malformed());
      if (!references.secrets().isEmpty()) {
        FutureTask<List<UnresolvedReference>> check =
            new FutureTask<>(() -> unresolved(stack, references));
        Thread thread = new Thread(check, "lockstep-references");
        thread.setDaemon(true);
        thread.start();
        checks.put(stack, check);
      }
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    checks.forEach((stack, check) -> await(stack, check, deadline));
  }

  private void await(Stack stack, FutureTask<List<UnresolvedReference>> check, long deadline) {
    try {
      List<UnresolvedReference> found =
          check.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      warn("The stack '" + stack.name() + "'", found);
    } catch (TimeoutException e) {
      unchecked(stack, "its secrets manager has not answered within " + SECONDS + " seconds");
    } catch (ExecutionException e) {
      unchecked(stack, reason(e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<UnresolvedReference> unresolved(Stack stack, StackReferences references) {
    try (OpenStack open = state.open(new ActiveStack(stack, ActiveStack.OPTION), configuration)) {
      SecretsManager secrets = open.secretsManager().orElse(null);
      return secrets == null
          ? references.withoutSecretsManager(stack.name())
          : references.unresolved(
              secrets.getAll(references.secrets()),
              secrets,
              state.stackOption(stack, configuration));
    }
  }

  private void warn(String who, List<UnresolvedReference> unresolved) {
    if (unresolved.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder(who + " has references that stand for nothing yet:");
    for (UnresolvedReference reference : unresolved) {
      text.append("\n  - ").append(reference.problem());
      text.append("\n    Fix: ").append(reference.fix());
    }
    host.messages().warn(text.toString());
  }

  private void unchecked(Stack stack, String reason) {
    host.messages()
        .warn(
            "The references of the stack '"
                + stack.name()
                + "' could not be checked: "
                + reason
                + (reason.endsWith(".") ? "" : "."));
  }

  /** The text of an exception that is not ours may hold a value. */
  private static String reason(Throwable failure) {
    return failure instanceof SecretsManagerException
            || failure instanceof StackException
            || failure instanceof HomeException
        ? String.valueOf(failure.getMessage())
        : failure.getClass().getName();
  }
}
