package dev.lockstep.stack;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.orchestrator.Orchestrator;
import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stack in use: its components are made when they are first asked for, once each, and closed
 * together. May be used by several threads.
 */
public final class OpenStack implements AutoCloseable {
  private final Stack stack;
  private final Configuration configuration;
  private final Flavors flavors;
  private final ComponentMaker maker;
  private final String option;
  private final Map<ComponentType, AutoCloseable> components = new EnumMap<>(ComponentType.class);
  private final List<AutoCloseable> opened = new ArrayList<>();
  private boolean closed;

  private OpenStack(
      Stack stack,
      Configuration configuration,
      Flavors flavors,
      LockstepHome home,
      Map<String, String> environment,
      Redactor redactor,
      Passphrases passphrases,
      String option) {
    this.stack = stack;
    this.configuration = configuration;
    this.flavors = flavors;
    this.option = option;
    this.maker =
        new ComponentMaker(
            flavors,
            new ReferenceResolver(this, redactor),
            home,
            environment,
            redactor,
            passphrases.masking(redactor));
    String passphrase = environment.get(Passphrases.VARIABLE);
    if (passphrase != null && !passphrase.isEmpty()) {
      // From before any component needs it: whatever runs in this process can print it.
      redactor.add(List.of(SecretValue.of(passphrase)));
    }
  }

  /** Opens a stack; nothing is made or contacted yet. */
  public static OpenStack of(
      Stack stack,
      Configuration configuration,
      Flavors flavors,
      LockstepHome home,
      Map<String, String> environment) {
    return of(stack, configuration, flavors, home, environment, new Redactor());
  }

  /**
   * Opens a stack; nothing is made or contacted yet.
   *
   * @param redactor masks, from before a component is made of them, the values that its sensitive
   *     attributes have and that references to secrets stand for
   */
  public static OpenStack of(
      Stack stack,
      Configuration configuration,
      Flavors flavors,
      LockstepHome home,
      Map<String, String> environment,
      Redactor redactor) {
    return of(stack, configuration, flavors, home, environment, redactor, Passphrases.unattended());
  }

  /**
   * Opens a stack; nothing is made or contacted yet.
   *
   * @param redactor see {@link #of(Stack, Configuration, Flavors, LockstepHome, Map, Redactor)}
   * @param passphrases who is asked for the passphrases that its components need
   */
  public static OpenStack of(
      Stack stack,
      Configuration configuration,
      Flavors flavors,
      LockstepHome home,
      Map<String, String> environment,
      Redactor redactor,
      Passphrases passphrases) {
    return new OpenStack(
        stack, configuration, flavors, home, environment, redactor, passphrases, "");
  }

  /**
   * Opens the stack that is active; nothing is made or contacted yet.
   *
   * @param redactor see {@link #of(Stack, Configuration, Flavors, LockstepHome, Map, Redactor)}
   * @param passphrases who is asked for the passphrases that its components need
   */
  public static OpenStack of(
      ActiveStack active,
      Configuration configuration,
      Flavors flavors,
      LockstepHome home,
      Map<String, String> environment,
      Redactor redactor,
      Passphrases passphrases) {
    Stack stack = active.stack();
    String option =
        active.source().equals(ActiveStack.OPTION)
            ? " " + ActiveStack.OPTION + " " + stack.name()
            : "";
    return new OpenStack(
        stack, configuration, flavors, home, environment, redactor, passphrases, option);
  }

  /** The stack's name. */
  public String name() {
    return stack.name();
  }

  /** Which components it has. */
  public Stack stack() {
    return stack;
  }

  /**
   * What a command of {@code lockstep} needs to use this stack, too: a space and {@code --stack
   * NAME} when an option named it, else nothing.
   */
  public String option() {
    return option;
  }

  /** The references to secrets in its components; reads no secret. */
  public StackReferences references() {
    return StackReferences.of(stack, configuration, flavors);
  }

  /** The secrets manager, if the stack has one. */
  public Optional<SecretsManager> secretsManager() {
    return optional(ComponentType.SECRETS_MANAGER, SecretsManager.class);
  }

  /** The name of the secrets manager, or an empty text when the stack has none. */
  public String secretsManagerName() {
    return stack.component(ComponentType.SECRETS_MANAGER).orElse("");
  }

  /** What decides where steps execute. */
  public Orchestrator orchestrator() {
    return component(ComponentType.ORCHESTRATOR, Orchestrator.class);
  }

  /** Where artifacts are stored. */
  public ArtifactStore artifactStore() {
    return component(ComponentType.ARTIFACT_STORE, ArtifactStore.class);
  }

  /** Where the record of runs is kept. */
  public MetadataStore metadataStore() {
    return component(ComponentType.METADATA_STORE, MetadataStore.class);
  }

  /**
   * The component of a type.
   *
   * @throws StackException when the stack has none or it cannot be made
   */
  public <C> C component(ComponentType type, Class<C> as) {
    Optional<C> component = optional(type, as);
    if (component.isEmpty()) {
      throw new StackException(
          StackException.Reason.INVALID,
          "The stack '"
              + stack.name()
              + "' has no "
              + type.noun()
              + ". Fix: lockstep stack update "
              + stack.name()
              + " --"
              + type.label()
              + " NAME");
    }
    return component.get();
  }

  private synchronized <C> Optional<C> optional(ComponentType type, Class<C> as) {
    if (closed) {
      throw new IllegalStateException("The stack '" + stack.name() + "' is closed.");
    }
    Optional<String> name = stack.component(type);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    AutoCloseable component = components.get(type);
    if (component == null) {
      component = maker.make(configuration.component(type, name.get()));
      components.put(type, component);
      opened.add(component);
    }
    if (!as.isInstance(component)) {
      throw new StackException(
          StackException.Reason.UNAVAILABLE,
          "The "
              + type.noun()
              + " '"
              + name.get()
              + "' is a "
              + component.getClass().getName()
              + ", which is not a "
              + as.getName()
              + ". Fix: correct its flavor, or use a component of another flavor.");
    }
    return Optional.of(as.cast(component));
  }

  /** Closes every component that was made, the last one first, even when one fails to close. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    StackException failure = null;
    for (int i = opened.size() - 1; i >= 0; i--) {
      try {
        opened.get(i).close();
      } catch (Exception e) {
        // It is neither cause nor suppressed: what a component or its client says may hold a value.
        StackException told =
            new StackException(
                StackException.Reason.UNAVAILABLE,
                "A component of the stack '"
                    + stack.name()
                    + "' could not be closed ("
                    + e.getClass().getName()
                    + ").");
        told.setStackTrace(e.getStackTrace());
        if (failure == null) {
          failure = told;
        } else {
          failure.addSuppressed(told);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
