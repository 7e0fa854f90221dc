package dev.lockstep.stack;

import dev.lockstep.secret.SecretNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A place in a component's attribute that stands for a value of a secret: {@code {{secret.key}}}. A
 * secret's name may have dots, the key in a reference may not: it is what follows the last dot.
 * Spaces beside the braces do not count, an attribute may have several references and text between
 * them, and four opening braces stand for two that begin none.
 *
 * <p>{@code {{secret.key?}}} is satisfied without the key: an attribute that is this and nothing
 * else is then absent, and in a longer text it stands for nothing. The secret has to be there.
 *
 * @param secret the secret's name
 * @param key the key in it
 * @param optional whether the secret may lack the key
 */
public record SecretReference(String secret, String key, boolean optional) {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final String ESCAPED = "{{{{";
  private static final String OPTIONAL = "?";

  /**
   * The references in a component's attributes, by attribute; attributes without one are absent.
   *
   * @throws StackException when double braces hold something else, for a reference with a slip must
   *     not pass for a text; or when a secrets manager has a reference
   */
  public static Map<String, List<SecretReference>> of(Component component) {
    Map<String, List<SecretReference>> found = new LinkedHashMap<>();
    for (String attribute : component.attributes().keySet()) {
      List<SecretReference> references = of(component, attribute);
      if (!references.isEmpty()) {
        found.put(attribute, references);
      }
    }
    return found;
  }

  /** The references in one attribute, in their order; see {@link #of(Component)}. */
  static List<SecretReference> of(Component component, String attribute) {
    String text = component.attributes().getOrDefault(attribute, "");
    if (!text.contains(OPEN)) {
      return List.of();
    }
    List<SecretReference> references = new ArrayList<>();
    replace(
        component,
        attribute,
        text,
        reference -> {
          references.add(reference);
          return "";
        });
    if (!references.isEmpty() && component.type() == ComponentType.SECRETS_MANAGER) {
      throw new StackException(
          StackException.Reason.INVALID,
          "The attribute '"
              + attribute
              + "' of the secrets manager '"
              + component.name()
              + "' refers to a secret, and a secrets manager cannot read its own configuration from"
              + " secrets. Fix: give the value itself, or use the provider's own credentials.");
    }
    return references;
  }

  /** Whether a text is one reference and nothing else, so that it can be shown. */
  public static boolean isReference(String text) {
    return alone(text) != null;
  }

  /** The reference that is all of a text, or null when that has something else, or more. */
  static @Nullable SecretReference alone(String text) {
    return text.startsWith(OPEN) && text.indexOf(CLOSE) == text.length() - CLOSE.length()
        ? parse(text.substring(OPEN.length(), text.length() - CLOSE.length()))
        : null;
  }

  /** The text of an attribute with every reference replaced, and escaped braces as they are. */
  static String replace(
      Component component, String attribute, String text, Function<SecretReference, String> value) {
    StringBuilder resolved = new StringBuilder();
    int copied = 0;
    for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, copied)) {
      resolved.append(text, copied, open);
      if (text.startsWith(ESCAPED, open)) {
        resolved.append(OPEN);
        copied = open + ESCAPED.length();
        continue;
      }
      int close = text.indexOf(CLOSE, open);
      SecretReference reference =
          close < 0 ? null : parse(text.substring(open + OPEN.length(), close));
      if (reference == null) {
        throw new StackException(
            StackException.Reason.INVALID,
            "The attribute '"
                + attribute
                + "' of the "
                + component.type().noun()
                + " '"
                + component.name()
                + "' has double braces "
                + (close < 0 ? "that are not closed" : "with something in them")
                + (close < 0 ? "" : " that is no reference to a secret's key")
                + ". Fix: write {{SECRET.KEY}}, such as {{warehouse.password}}; where braces are"
                + " meant as such, write {{{{ for {{.");
      }
      resolved.append(value.apply(reference));
      copied = close + CLOSE.length();
    }
    return resolved.append(text, copied, text.length()).toString();
  }

  /** What stands between the braces, or null when that is no reference. */
  private static @Nullable SecretReference parse(String inner) {
    String name = inner.strip();
    boolean optional = name.endsWith(OPTIONAL);
    int dot = name.lastIndexOf('.');
    int end = optional ? name.length() - OPTIONAL.length() : name.length();
    return dot > 0
            && dot < end
            && SecretNames.isName(name.substring(0, dot))
            && SecretNames.isKey(name.substring(dot + 1, end))
        ? new SecretReference(name.substring(0, dot), name.substring(dot + 1, end), optional)
        : null;
  }

  /** As it stands in an attribute. */
  @Override
  public String toString() {
    return OPEN + secret + "." + key + (optional ? OPTIONAL : "") + CLOSE;
  }
}
