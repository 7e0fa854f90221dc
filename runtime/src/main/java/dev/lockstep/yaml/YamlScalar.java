package dev.lockstep.yaml;

/**
 * A text. Scalars are not resolved to numbers or truth values: what a field holds is for its reader
 * to say.
 *
 * @param text the text, unquoted; an absent value is the empty plain text
 * @param plain whether it stands in the file without quotes, so that other tools may take {@code 1}
 *     for a number
 * @param line see {@link YamlNode#line}
 */
public record YamlScalar(String text, boolean plain, int line) implements YamlNode {
  /** A text, quoted when it is written wherever it could be taken for something else. */
  public static YamlScalar of(String text) {
    return new YamlScalar(text, false, 0);
  }

  /** A whole number. */
  public static YamlScalar of(long number) {
    return new YamlScalar(Long.toString(number), true, 0);
  }

  /** Shows no text: in a file of ours it may be confidential. */
  @Override
  public String toString() {
    return "YamlScalar[line=" + line + "]";
  }

  /** Whether it is YAML's null: nothing at all, {@code ~} or {@code null}, without quotes. */
  public boolean isNull() {
    return plain
        && (text.isEmpty() || text.equals("null") || text.equals("Null") || text.equals("NULL"));
  }
}
