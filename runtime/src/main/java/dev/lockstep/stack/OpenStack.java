package dev.lockstep.stack;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.orchestrator.Orchestrator;
import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.text.Names;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stack in use: its components are made when they are first asked for, once each, and closed
 * together. May be used by several threads.
 */
public final class OpenStack implements AutoCloseable {
  private final Stack stack;
  private final Configuration configuration;
  private final Flavors flavors;
  private final LockstepHome home;
  private final Map<String, String> environment;
  private final Redactor redactor;
  private final Map<ComponentType, AutoCloseable> components = new EnumMap<>(ComponentType.class);
  private final List<AutoCloseable> opened = new ArrayList<>();
  private boolean closed;

  private OpenStack(
      Stack stack,
      Configuration configuration,
      Flavors flavors,
      LockstepHome home,
      Map<String, String> environment,
      Redactor redactor) {
    this.stack = stack;
    this.configuration = configuration;
    this.flavors = flavors;
    this.home = home;
    this.environment = environment;
    this.redactor = redactor;
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
    return new OpenStack(stack, configuration, flavors, home, environment, redactor);
  }

  /** The stack's name. */
  public String name() {
    return stack.name();
  }

  /** Which components it has. */
  public Stack stack() {
    return stack;
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
      component = create(configuration.component(type, name.get()));
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

  private AutoCloseable create(Component component) {
    ComponentFlavor<?> flavor = flavors.find(component.type(), component.flavor());
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, String> attribute : component.attributes().entrySet()) {
      String text = attribute.getValue();
      attributes.put(
          attribute.getKey(),
          text.indexOf("{{") < 0 ? text : resolved(component, attribute.getKey(), text));
    }
    for (FlavorOption option : flavor.options()) {
      String value = option.sensitive() ? attributes.get(option.name()) : null;
      if (value != null) {
        redactor.add(List.of(SecretValue.of(value)));
      }
    }
    try {
      return flavor.create(new ComponentContext(component.name(), attributes, home, environment));
    } catch (LinkageError e) {
      throw new StackException(
          StackException.Reason.UNAVAILABLE,
          "The "
              + component.type().noun()
              + " '"
              + component.name()
              + "' (flavor '"
              + flavor.name()
              + "') cannot be made: "
              + FlavorClasses.problem(flavor.getClass().getName(), e)
              + ". Fix: put what it needs on the class path, or register it with that: lockstep "
              + component.type().label()
              + " flavor register CLASS --jar FILE --jar FILE",
          e);
    } catch (IllegalArgumentException e) {
      // A configuration's own way to refuse what its options let pass. It is no cause, because
      // its text may hold what is masked here; where it comes from does no harm.
      StackException refusal =
          new StackException(
              StackException.Reason.INVALID,
              "The "
                  + component.type().noun()
                  + " '"
                  + component.name()
                  + "' (flavor '"
                  + flavor.name()
                  + "') refuses its configuration: "
                  + redactor.redact(String.valueOf(e.getMessage()))
                  + ". Fix: lockstep "
                  + component.type().label()
                  + " update "
                  + component.name()
                  + " --ATTRIBUTE=VALUE");
      refusal.setStackTrace(e.getStackTrace());
      throw refusal;
    }
  }

  private String resolved(Component component, String attribute, String text) {
    if (component.type() == ComponentType.SECRETS_MANAGER) {
      throw SecretReference.inSecretsManager(component.name(), attribute);
    }
    return SecretReference.replace(
        component, attribute, text, reference -> value(component, attribute, reference));
  }

  private String value(Component component, String attribute, SecretReference reference) {
    String place =
        "The attribute '"
            + attribute
            + "' of the "
            + component.type().noun()
            + " '"
            + component.name()
            + "' refers to "
            + reference;
    SecretsManager secrets =
        secretsManager()
            .orElseThrow(
                () ->
                    new StackException(
                        StackException.Reason.INVALID,
                        place
                            + ", but the stack '"
                            + stack.name()
                            + "' has no secrets manager. Fix: lockstep stack update "
                            + stack.name()
                            + " --secrets-manager NAME"));
    Secret secret;
    try {
      secret = secrets.get(reference.secret());
    } catch (SecretNotFoundException e) {
      throw missing(
          place + ", and there is no such secret. Fix: lockstep secret register ", reference, e);
    }
    SecretValue value = secret.values().get(reference.key());
    if (value == null) {
      throw missing(
          place
              + ", and that secret has only the keys "
              + Names.list(secret.values().keySet())
              + ". Fix: lockstep secret update ",
          reference,
          null);
    }
    redactor.add(List.of(value));
    return value.reveal();
  }

  private static StackException missing(
      String what, SecretReference reference, @Nullable Throwable cause) {
    return new StackException(
        StackException.Reason.UNAVAILABLE,
        what + reference.secret() + " --" + reference.key() + "=VALUE",
        cause);
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
        if (failure == null) {
          failure =
              new StackException(
                  StackException.Reason.UNAVAILABLE,
                  "A component of the stack '" + stack.name() + "' could not be closed.",
                  e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
