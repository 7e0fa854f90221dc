package dev.lockstep.stack;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.orchestrator.Orchestrator;
import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
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
  private final Passphrases passphrases;
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
    this.home = home;
    this.environment = environment;
    this.redactor = redactor;
    this.passphrases = passphrases.masking(redactor);
    this.option = option;
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
    ComponentFlavor<?> found = flavors.find(component.type(), component.flavor());
    ComponentContext context = context(component, found);
    ComponentFlavor<?> flavor = retained(component, found);
    FlavorLoader loader = FlavorLoader.of(flavor);
    try {
      return loader == null
          ? flavor.create(context)
          : LoadedComponents.make(flavor, context, loader);
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
              + ". Fix: "
              + remedy(component, loader),
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

  /** The flavor, whose jars now stay open until the component is closed. */
  private ComponentFlavor<?> retained(Component component, ComponentFlavor<?> found) {
    ComponentFlavor<?> flavor = found;
    FlavorLoader loader = FlavorLoader.of(flavor);
    while (loader != null && !loader.retain()) {
      // The last component of these classes was closed just now.
      flavor = flavors.find(component.type(), component.flavor());
      loader = FlavorLoader.of(flavor);
    }
    return flavor;
  }

  /** What a component is made from; its confidential attributes are masked from now on. */
  private ComponentContext context(Component component, ComponentFlavor<?> flavor) {
    Map<String, String> attributes = resolved(component, Flavors.implied(flavor, component));
    for (FlavorOption known : flavor.options()) {
      String value = known.sensitive() ? attributes.get(known.name()) : null;
      if (value != null) {
        redactor.add(List.of(SecretValue.of(value)));
      }
    }
    return new ComponentContext(component.name(), attributes, home, environment, passphrases);
  }

  private static String remedy(Component component, @Nullable FlavorLoader loader) {
    String integration = loader == null ? null : loader.integration();
    return integration == null
        ? "put what it needs on the class path, or register it with that: lockstep "
            + component.type().label()
            + " flavor register CLASS --jar FILE --jar FILE"
        : "lockstep integration install " + integration + " --reinstall";
  }

  /** The attributes with references replaced, all of which are read in one round trip. */
  private Map<String, String> resolved(Component component, Map<String, String> implied) {
    Map<String, String> whole = new LinkedHashMap<>(component.attributes());
    whole.putAll(implied);
    Map<String, String> attributes = new LinkedHashMap<>();
    Map<String, Secret> secrets = null;
    for (Map.Entry<String, String> attribute : whole.entrySet()) {
      String name = attribute.getKey();
      String text = attribute.getValue();
      if (text.indexOf("{{") >= 0) {
        if (secrets == null) {
          secrets = referenced(component, implied);
        }
        Map<String, Secret> found = secrets;
        if (isAbsent(SecretReference.alone(text), found)) {
          continue;
        }
        text = SecretReference.replace(component, name, text, each -> value(each, found));
      }
      attributes.put(name, text);
    }
    return attributes;
  }

  private static boolean isAbsent(
      @Nullable SecretReference reference, Map<String, Secret> secrets) {
    Secret secret = reference == null ? null : secrets.get(reference.secret());
    return reference != null
        && secret != null
        && reference.optional()
        && !secret.values().containsKey(reference.key());
  }

  /** The secrets that a component refers to, which have the keys that it refers to. */
  private Map<String, Secret> referenced(Component component, Map<String, String> implied) {
    // Refuses what is malformed.
    if (SecretReference.of(component).isEmpty() && implied.isEmpty()) {
      return Map.of();
    }
    StackReferences references = StackReferences.of(component, implied);
    SecretsManager secrets = secretsManager().orElse(null);
    if (secrets == null) {
      throw unavailable(references.withoutSecretsManager(stack.name()));
    }
    Map<String, Secret> found = secrets.getAll(references.secrets());
    List<UnresolvedReference> unresolved = references.unresolved(found, option);
    if (!unresolved.isEmpty()) {
      throw unavailable(unresolved);
    }
    return found;
  }

  private String value(SecretReference reference, Map<String, Secret> secrets) {
    Secret secret = secrets.get(reference.secret());
    SecretValue value = secret == null ? null : secret.values().get(reference.key());
    if (value == null && reference.optional() && secret != null) {
      return "";
    }
    if (value == null) {
      throw new IllegalStateException(reference + " was there a moment ago.");
    }
    redactor.add(List.of(value));
    return value.reveal();
  }

  private static StackException unavailable(List<UnresolvedReference> unresolved) {
    List<String> texts = new ArrayList<>();
    for (UnresolvedReference reference : unresolved) {
      texts.add(reference.text());
    }
    return new StackException(StackException.Reason.UNAVAILABLE, String.join("\n", texts));
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
