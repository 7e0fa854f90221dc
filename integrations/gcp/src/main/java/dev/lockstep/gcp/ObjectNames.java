package dev.lockstep.gcp;

/** The names of objects in Cloud Storage. */
final class ObjectNames {
  private ObjectNames() {}

  /**
   * A path as it stands in a name. Control characters and {@code %} become {@code %} and their code
   * as two hexadecimal digits: some of them are not allowed in names.
   */
  static String escaped(String path) {
    StringBuilder escaped = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c < ' ' || c == '%' || c == 0x7F) {
        escaped.append(c < 0x10 ? "%0" : "%").append(Integer.toHexString(c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
