package dev.lockstep.stack;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.SecretValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes components of their configuration, and says what is wrong with one that cannot be made. */
final class ComponentMaker {
  private final Flavors flavors;
  private final ReferenceResolver references;
  private final LockstepHome home;
  private final Map<String, String> environment;
  private final Redactor redactor;
  private final Passphrases passphrases;

  ComponentMaker(
      Flavors flavors,
      ReferenceResolver references,
      LockstepHome home,
      Map<String, String> environment,
      Redactor redactor,
      Passphrases passphrases) {
    this.flavors = flavors;
    this.references = references;
    this.home = home;
    this.environment = environment;
    this.redactor = redactor;
    this.passphrases = passphrases;
  }

  /**
   * Makes a component.
   *
   * @throws StackException when its flavor or a secret is missing, or refuses
   */
  AutoCloseable make(Component component) {
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
          named(component)
              + " cannot be made: "
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
              named(component)
                  + " refuses its configuration: "
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

  private static String named(Component component) {
    String flavor = "' (flavor '" + component.flavor() + "')";
    return "The " + component.type().noun() + " '" + component.name() + flavor;
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
    Map<String, String> attributes =
        references.resolved(component, Flavors.implied(flavor, component));
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
}
