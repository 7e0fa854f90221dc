package dev.lockstep.stack;

import dev.lockstep.secret.SecretNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A place in a component's attribute that stands for a value of a secret: {@code {{secret.key}}}. A
 * secret's name may have dots, the key in a reference may not: it is what follows the last dot.
 *
 * @param secret the secret's name
 * @param key the key in it
 */
public record SecretReference(String secret, String key) {
  /**
   * The references in a component's attributes, by attribute; attributes without one are absent.
   *
   * @throws StackException when double braces hold something else, for a reference with a slip must
   *     not pass for a text; or when a secrets manager has a reference
   */
  public static Map<String, List<SecretReference>> of(Component component) {
    Map<String, List<SecretReference>> found = new LinkedHashMap<>();
    for (Map.Entry<String, String> attribute : component.attributes().entrySet()) {
      if (attribute.getValue().indexOf("{{") >= 0) {
        List<SecretReference> references = new ArrayList<>();
        replace(
            component,
            attribute.getKey(),
            attribute.getValue(),
            reference -> {
              references.add(reference);
              return "";
            });
        if (!references.isEmpty()) {
          if (component.type() == ComponentType.SECRETS_MANAGER) {
            throw inSecretsManager(component.name(), attribute.getKey());
          }
          found.put(attribute.getKey(), references);
        }
      }
    }
    return found;
  }

  /** The text of an attribute with every reference replaced. */
  static String replace(
      Component component, String attribute, String text, Function<SecretReference, String> value) {
    StringBuilder resolved = new StringBuilder();
    int copied = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", copied)) {
      int close = text.indexOf("}}", open + 2);
      if (close < 0) {
        break;
      }
      String inner = text.substring(open + 2, close).strip();
      int dot = inner.lastIndexOf('.');
      if (dot < 0
          || !SecretNames.isName(inner.substring(0, dot))
          || !SecretNames.isKey(inner.substring(dot + 1))) {
        throw new StackException(
            StackException.Reason.INVALID,
            "The attribute '"
                + attribute
                + "' of the "
                + component.type().noun()
                + " '"
                + component.name()
                + "' has double braces with something in them that is no reference to a secret's"
                + " key. Fix: write {{SECRET.KEY}}, such as {{warehouse.password}}.");
      }
      resolved.append(text, copied, open);
      resolved.append(
          value.apply(new SecretReference(inner.substring(0, dot), inner.substring(dot + 1))));
      copied = close + 2;
    }
    return resolved.append(text, copied, text.length()).toString();
  }

  static StackException inSecretsManager(String name, String attribute) {
    return new StackException(
        StackException.Reason.INVALID,
        "The attribute '"
            + attribute
            + "' of the secrets manager '"
            + name
            + "' refers to a secret, and a secrets manager cannot read its own configuration from"
            + " secrets. Fix: give the value itself, or use the provider's own credentials.");
  }

  /** As it stands in an attribute. */
  @Override
  public String toString() {
    return "{{" + secret + "." + key + "}}";
  }
}
