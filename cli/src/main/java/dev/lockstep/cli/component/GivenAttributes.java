package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.values.ValueFile;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The attributes of a component, as they stand on the command line: {@code --ATTRIBUTE=VALUE},
 * {@code --ATTRIBUTE=@FILE}, {@code --ATTRIBUTE=@@VALUE}. A value is only taken behind {@code =}:
 * which attributes there are is not known before the flavor is. Collects all that is wrong; what it
 * says never repeats a value, nor a text that could be one.
 */
final class GivenAttributes {
  /** What the footer of a command's help says about attributes. */
  private static final String[] FOOTER = {
    "--ATTRIBUTE=VALUE    sets an attribute; in its name '-' and '_' are the same.",
    "--ATTRIBUTE=@FILE    reads it from a file as it is, line ends included.",
    "--ATTRIBUTE=@@VALUE  sets a value that begins with one @."
  };

  private final Host host;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> typed = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  private GivenAttributes(Host host) {
    this.host = host;
  }

  static String[] footer() {
    return FOOTER.clone();
  }

  /** Reads them. */
  static GivenAttributes of(Arguments arguments, Host host) {
    GivenAttributes given = new GivenAttributes(host);
    if (arguments.mayBeValue(0)) {
      given.problems.add(
          "NAME stands behind an option without a value, so it may be that value and is not shown:"
              + " give NAME first");
    }
    for (String argument : arguments.unknown()) {
      given.argument(argument, arguments.longOptions());
    }
    return given;
  }

  /** What was given, in its order, by the names that configurations have. */
  Map<String, String> values() {
    return Collections.unmodifiableMap(values);
  }

  /** The attributes whose values the shell has seen. */
  Set<String> typed() {
    return Collections.unmodifiableSet(typed);
  }

  /** All that is wrong with it, a clause each. */
  List<String> problems() {
    return Collections.unmodifiableList(problems);
  }

  private void argument(String argument, List<String> options) {
    if (!argument.startsWith("-")) {
      problems.add(
          "there is an argument too many (it may be a value, so it is not shown): attributes are"
              + " given as --ATTRIBUTE=VALUE");
      return;
    }
    int equals = argument.indexOf('=');
    String written = equals < 0 ? argument : argument.substring(0, equals);
    if (!isAttribute(written)) {
      problems.add(
          "one of the arguments is neither an option nor an attribute (it may be a value, so it is"
              + " not shown): attributes are given as --ATTRIBUTE=VALUE");
      return;
    }
    if (equals < 0) {
      problems.add(
          written
              + " has no value: it is given as "
              + written
              + "=VALUE"
              + Suggestion.inParentheses(written.substring(2), options));
      return;
    }
    String attribute = written.substring(2).replace('-', '_');
    if (values.containsKey(attribute)) {
      problems.add("the attribute '" + attribute + "' is given twice");
      return;
    }
    value(attribute, argument.substring(equals + 1));
  }

  private void value(String attribute, String text) {
    String value = text;
    if (text.startsWith("@@")) {
      value = text.substring(1);
      typed.add(attribute);
    } else if (text.startsWith("@")) {
      try {
        value = ValueFile.read(text.substring(1), host);
      } catch (ValueFile.UnreadableException e) {
        problems.add(
            "the file behind the @ of the attribute '"
                + attribute
                + "' "
                + e.getMessage()
                + " (for a value that begins with @, write @@)");
        return;
      }
    } else {
      typed.add(attribute);
    }
    if (value.indexOf('\ufffd') >= 0) {
      // What a JVM makes of bytes that the locale cannot express: the value is already lost.
      problems.add(
          "the attribute '"
              + attribute
              + "' holds characters that were lost on the way; is LC_ALL a UTF-8 locale?");
      return;
    }
    values.put(attribute, value);
  }

  /** Whether a text is {@code --} and a name that an attribute could have. */
  private static boolean isAttribute(String text) {
    if (!text.startsWith("--") || text.length() == 2) {
      return false;
    }
    for (int i = 2; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }
}
