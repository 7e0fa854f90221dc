package dev.lockstep.cli.component;

import dev.lockstep.cli.output.DisplayText;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.FlavorOption;
import java.util.Locale;

/** The attributes of a flavor, as the help of the commands that set them shows them. */
final class AttributeHelp {
  private static final int WIDTH = 100;
  private static final String INDENT = "      ";

  private AttributeHelp() {}

  static String of(ComponentFlavor<?> flavor) {
    StringBuilder text = new StringBuilder("\n");
    if (flavor.options().isEmpty()) {
      return text.append("The flavor '")
          .append(flavor.name())
          .append("' has no attributes.\n")
          .toString();
    }
    text.append("Attributes of the flavor '").append(flavor.name()).append("':\n");
    for (FlavorOption option : flavor.options()) {
      text.append("  --").append(option.name().replace('_', '-'));
      text.append('=').append(placeholder(option)).append('\n');
      wrap(text, sentences(option));
    }
    return DisplayText.escapeLines(text.toString());
  }

  private static String placeholder(FlavorOption option) {
    return switch (option.type()) {
      case "int", "long", "double" -> "NUMBER";
      case "boolean" -> "true|false";
      case "text", "path", "uri", "duration" -> option.type().toUpperCase(Locale.ROOT);
      default -> option.type();
    };
  }

  private static String sentences(FlavorOption option) {
    StringBuilder text = new StringBuilder(option.description());
    if (!option.description().isEmpty() && !option.description().endsWith(".")) {
      text.append('.');
    }
    if (option.required()) {
      text.append(" Required.");
    }
    String standard = option.defaultValue();
    if (standard != null && !standard.isEmpty()) {
      text.append(" Default: ").append(standard).append('.');
    }
    if (option.type().equals("duration")) {
      text.append(" As in PT5M.");
    }
    if (option.sensitive()) {
      text.append(" Sensitive: never shown.");
    }
    return text.toString().strip();
  }

  private static void wrap(StringBuilder text, String sentences) {
    int column = 0;
    for (String word : sentences.split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        text.append('\n');
        column = 0;
      }
      if (word.isEmpty()) {
        continue;
      }
      text.append(column == 0 ? INDENT : " ").append(word);
      column += (column == 0 ? INDENT.length() : 1) + word.length();
    }
    if (column > 0) {
      text.append('\n');
    }
  }
}
