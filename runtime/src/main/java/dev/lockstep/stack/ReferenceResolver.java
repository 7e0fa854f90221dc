package dev.lockstep.stack;

import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts secrets of a stack in the place of references to them, and has them masked from then on. */
final class ReferenceResolver {
  private final OpenStack stack;
  private final Redactor redactor;

  ReferenceResolver(OpenStack stack, Redactor redactor) {
    this.stack = stack;
    this.redactor = redactor;
  }

  /** The attributes with references replaced, all of which are read in one round trip. */
  Map<String, String> resolved(Component component, Map<String, String> implied) {
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
    SecretsManager secrets = stack.secretsManager().orElse(null);
    if (secrets == null) {
      throw unavailable(references.withoutSecretsManager(stack.name()));
    }
    Map<String, Secret> found = secrets.getAll(references.secrets());
    List<UnresolvedReference> unresolved = references.unresolved(found, secrets, stack.option());
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
}
