package dev.lockstep.stack;

import dev.lockstep.secret.SecretNames;
import java.util.ArrayList;
import java.util.List;
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
   * All references in a text, in their order.
   *
   * @throws StackException when double braces hold something else: a reference with a slip must not
   *     pass for a text
   */
  public static List<SecretReference> find(String text) {
    List<SecretReference> found = new ArrayList<>();
    replace(
        text,
        reference -> {
          found.add(reference);
          return "";
        });
    return found;
  }

  /** The text with every reference replaced. */
  static String replace(String text, Function<SecretReference, String> value) {
    int open = text.indexOf("{{");
    if (open < 0) {
      return text;
    }
    StringBuilder resolved = new StringBuilder();
    int copied = 0;
    while (open >= 0) {
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
            "Double braces hold a reference to a secret's key, and what is in them is none. Fix:"
                + " write {{SECRET.KEY}}, such as {{warehouse.password}}.");
      }
      resolved.append(text, copied, open);
      resolved.append(
          value.apply(new SecretReference(inner.substring(0, dot), inner.substring(dot + 1))));
      copied = close + 2;
      open = text.indexOf("{{", copied);
    }
    return resolved.append(text, copied, text.length()).toString();
  }

  /** As it stands in an attribute. */
  @Override
  public String toString() {
    return "{{" + secret + "." + key + "}}";
  }
}
