package dev.lockstep.cli.output;

/** Words as they are typed in a shell, for commands that messages offer to paste. */
public final class ShellText {
  private static final String PLAIN = "_-./:=,+@%~";

  private ShellText() {}

  /** The word, between single quotes when a shell would take it for something else. */
  public static String word(String text) {
    boolean plain = !text.isEmpty() && text.charAt(0) != '~';
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
    }
    return plain ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
