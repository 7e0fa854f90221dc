package dev.lockstep.stack;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.UnresolvedReference.Reason;
import dev.lockstep.text.KeyOption;
import dev.lockstep.text.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The references to secrets in components, and which of them stand for nothing. All are found
 * without making a component of them, so that all that is wrong can be said at once.
 */
public final class StackReferences {
  private record Use(
      Component component, String attribute, boolean implied, SecretReference reference) {}

  private final Map<String, List<Use>> bySecret = new LinkedHashMap<>();
  private final List<UnresolvedReference> malformed = new ArrayList<>();

  private StackReferences() {}

  /**
   * Those in the components of a stack. A component that does not exist has none.
   *
   * @param flavors say what attributes imply; one that is not there implies nothing
   */
  public static StackReferences of(Stack stack, Configuration configuration, Flavors flavors) {
    StackReferences references = new StackReferences();
    for (Map.Entry<ComponentType, String> entry : stack.components().entrySet()) {
      Component component =
          configuration.findComponent(entry.getKey(), entry.getValue()).orElse(null);
      if (component != null) {
        references.add(component, flavors.implied(component));
      }
    }
    return references;
  }

  /** Those in one component; see {@link #of(Stack, Configuration, Flavors)}. */
  public static StackReferences of(Component component, Flavors flavors) {
    return of(component, flavors.implied(component));
  }

  /** Those in one component and what its attributes imply. */
  static StackReferences of(Component component, Map<String, String> implied) {
    StackReferences references = new StackReferences();
    references.add(component, implied);
    return references;
  }

  private void add(Component component, Map<String, String> implied) {
    add(component, false);
    if (!implied.isEmpty()) {
      add(component.withAttributes(implied), true);
    }
  }

  private void add(Component component, boolean implied) {
    for (String attribute : component.attributes().keySet()) {
      try {
        for (SecretReference reference : SecretReference.of(component, attribute)) {
          bySecret
              .computeIfAbsent(reference.secret(), secret -> new ArrayList<>())
              .add(new Use(component, attribute, implied, reference));
        }
      } catch (StackException e) {
        String message = String.valueOf(e.getMessage());
        int fix = message.indexOf(" Fix: ");
        malformed.add(
            new UnresolvedReference(
                Reason.MALFORMED,
                message.substring(0, fix),
                "lockstep "
                    + component.type().label()
                    + " update "
                    + component.name()
                    + " --"
                    + attribute
                    + "=VALUE"));
      }
    }
  }

  /** Whether there is none, not even a malformed one. */
  public boolean isEmpty() {
    return bySecret.isEmpty() && malformed.isEmpty();
  }

  /** The secrets that are referred to, in the order in which they are met. */
  public Set<String> secrets() {
    return Collections.unmodifiableSet(bySecret.keySet());
  }

  /** The keys of a secret that are referred to and that it may not lack. */
  public Set<String> keys(String secret) {
    Set<String> keys = new LinkedHashSet<>();
    for (Use use : bySecret.getOrDefault(secret, List.of())) {
      if (!use.reference().optional()) {
        keys.add(use.reference().key());
      }
    }
    return keys;
  }

  /** Where a secret is referred to, such as {@code {{db.user}} (attribute 'user' of ...)}. */
  public String places(String secret) {
    return places(bySecret.getOrDefault(secret, List.of()));
  }

  /** The places in which double braces hold no reference, or stand where none may be. */
  public List<UnresolvedReference> malformed() {
    return Collections.unmodifiableList(malformed);
  }

  /** What is wrong when no stack has the component; empty when there are no references. */
  public List<UnresolvedReference> outsideOfStacks() {
    if (bySecret.isEmpty()) {
      return List.of();
    }
    List<Use> uses = all();
    Component component = uses.get(0).component();
    return List.of(
        new UnresolvedReference(
            Reason.NOT_IN_STACK,
            "The "
                + component.type().noun()
                + " '"
                + component.name()
                + "' is in no stack, whose secrets manager could be asked for "
                + places(uses)
                + ".",
            "lockstep stack update STACK --" + component.type().label() + " " + component.name()));
  }

  /** What is wrong when the stack has no secrets manager; empty when there are no references. */
  public List<UnresolvedReference> withoutSecretsManager(String stack) {
    if (bySecret.isEmpty()) {
      return List.of();
    }
    List<Use> uses = all();
    return List.of(
        new UnresolvedReference(
            Reason.NO_SECRETS_MANAGER,
            "Stack '"
                + stack
                + "' has no secrets manager, and "
                + places(uses)
                + (uses.size() == 1 ? " needs one." : " need one."),
            "lockstep stack update " + stack + " --secrets-manager NAME"));
  }

  /**
   * Those that do not resolve, together for each secret.
   *
   * @param secrets what the secrets manager has of {@link #secrets}
   * @param manager the secrets manager, which may know another remedy than a command
   * @param option what the commands need to reach that secrets manager: a space and {@code --stack
   *     NAME}, or empty
   */
  public List<UnresolvedReference> unresolved(
      Map<String, Secret> secrets, SecretsManager manager, String option) {
    List<UnresolvedReference> unresolved = new ArrayList<>();
    for (Map.Entry<String, List<Use>> entry : bySecret.entrySet()) {
      String name = entry.getKey();
      Secret secret = secrets.get(name);
      if (secret == null) {
        unresolved.add(missing(name, entry.getValue(), manager, option));
      } else {
        List<Use> without = new ArrayList<>();
        for (Use use : entry.getValue()) {
          if (!use.reference().optional() && !secret.values().containsKey(use.reference().key())) {
            without.add(use);
          }
        }
        if (!without.isEmpty()) {
          unresolved.add(withoutKey(secret, without, manager, option));
        }
      }
    }
    return unresolved;
  }

  private static UnresolvedReference missing(
      String name, List<Use> uses, SecretsManager manager, String option) {
    return new UnresolvedReference(
        Reason.NO_SUCH_SECRET,
        "There is no secret '"
            + name
            + "', and "
            + places(uses)
            + (uses.size() == 1 ? " refers to it." : " refer to it."),
        manager
            .remedy(name, keys(uses))
            .orElse("lockstep secret register " + name + options(uses) + option));
  }

  private static UnresolvedReference withoutKey(
      Secret secret, List<Use> uses, SecretsManager manager, String option) {
    Set<String> keys = keys(uses);
    return new UnresolvedReference(
        Reason.NO_SUCH_KEY,
        "Secret '"
            + secret.name()
            + "' has no key '"
            + String.join("' and no key '", keys)
            + "', only "
            + Names.list(secret.values().keySet())
            + ", and "
            + places(uses)
            + (uses.size() == 1 ? " refers to it." : " refer to that."),
        manager
            .remedy(secret.name(), keys)
            .orElse("lockstep secret update " + secret.name() + options(uses) + option));
  }

  private static String options(Collection<Use> uses) {
    StringBuilder options = new StringBuilder();
    for (String key : keys(uses)) {
      options.append(' ').append(KeyOption.of(key));
    }
    return options.toString();
  }

  /** Those that have to be there. */
  private static Set<String> keys(Collection<Use> uses) {
    Set<String> keys = new LinkedHashSet<>();
    for (Use use : uses) {
      if (!use.reference().optional()) {
        keys.add(use.reference().key());
      }
    }
    return keys;
  }

  private List<Use> all() {
    List<Use> all = new ArrayList<>();
    for (List<Use> uses : bySecret.values()) {
      all.addAll(uses);
    }
    return all;
  }

  private static String places(List<Use> uses) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < uses.size(); i++) {
      Use use = uses.get(i);
      text.append(i == 0 ? "" : i == uses.size() - 1 ? " and " : ", ")
          .append(use.reference())
          .append(use.implied() ? " (implied attribute '" : " (attribute '")
          .append(use.attribute())
          .append("' of the ")
          .append(use.component().type().noun())
          .append(" '")
          .append(use.component().name())
          .append("')");
    }
    return text.toString();
  }
}
