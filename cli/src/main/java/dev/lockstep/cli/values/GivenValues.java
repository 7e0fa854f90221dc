package dev.lockstep.cli.values;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.text.Suggestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The keys and values that a command was given: {@code --KEY=VALUE}, {@code --KEY=@FILE}, {@code -k
 * KEY -v VALUE} and {@code --values FILE}. Collects all that is wrong with them. What it says never
 * repeats a value, nor a text that could be one, such as the name of a file that does not exist: it
 * may be a password that begins with {@code @}.
 *
 * <p>Options of the command win over keys of the same name: a key {@code schema} is given as {@code
 * -k schema -v VALUE}.
 */
public final class GivenValues implements ValueSink {
  private final Host host;
  private final Map<String, SecretValue> values = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private boolean typed;

  private GivenValues(Host host) {
    this.host = host;
  }

  /** Adds the options by which values are given. */
  public static void describe(CommandSpec spec) {
    Options.texts(
        spec,
        "KEY",
        "a key, whose value the next -v gives; the way for keys that are named like one of these"
            + " options",
        "-k",
        "--key");
    Options.texts(spec, "VALUE", "the value of the key that -k named", "-v", "--value");
    Options.text(
        spec,
        "FILE",
        "keys and values from a JSON, YAML or dotenv file, or from standard input when it is -",
        "--values");
    Options.flag(spec, "ask for the values, without echo", "-i", "--interactive");
  }

  /** What the footer of a command's help says about values. */
  public static String[] footer() {
    return new String[] {
      "--KEY=VALUE        gives the value of a key. A value may hold '='.",
      "--KEY=@FILE        reads it from a file as it is, line ends included; ~ is your home folder.",
      "--KEY=@@VALUE      gives a value that begins with one @.",
      "Values on the command line end up in the shell's history: files and -i do not."
    };
  }

  /** Reads the values. */
  public static GivenValues of(Arguments arguments, Host host) {
    GivenValues given = new GivenValues(host);
    String document = arguments.text("--values");
    if (document != null) {
      given.document(document);
    }
    given.pairs(arguments.texts("--key"), arguments.texts("--value"));
    for (String argument : arguments.unknown()) {
      given.argument(argument, arguments.longOptions());
    }
    return given;
  }

  /** What was given, in its order. */
  public Map<String, SecretValue> values() {
    return Collections.unmodifiableMap(values);
  }

  /** All that is wrong with it, one clause each. */
  public List<String> problems() {
    return Collections.unmodifiableList(problems);
  }

  /** Says, if it is so, that the shell now remembers a value. */
  public void warnAboutHistory() {
    if (typed) {
      host.messages()
          .warn(
              "A value on the command line stays in the shell's history and shows in process lists."
                  + " --KEY=@FILE, --values and -i avoid that.");
    }
  }

  @Override
  public void value(String key, String text) {
    if (values.containsKey(key)) {
      problem("key '" + key + "' is given twice");
    } else if (text.indexOf('\ufffd') >= 0) {
      // What a JVM makes of bytes that the locale cannot express: the value is already lost.
      problem(
          "key '"
              + key
              + "' holds characters that were lost on the way; is LC_ALL a UTF-8 locale?");
    } else {
      values.put(key, SecretValue.of(text));
    }
  }

  @Override
  public void problem(String problem) {
    problems.add(problem);
  }

  private void document(String name) {
    boolean standardInput = name.equals("-");
    try {
      String text = standardInput ? ValueFile.read(host.input()) : ValueFile.read(name, host);
      ValuesDocument.read(name, text, this);
    } catch (ValueFile.UnreadableException e) {
      problem((standardInput ? "standard input " : "the file '" + name + "' ") + e.getMessage());
    } catch (IOException e) {
      problem("standard input cannot be read");
    }
  }

  private void pairs(List<String> keys, List<String> texts) {
    if (keys.size() != texts.size()) {
      problem(
          "every -k KEY needs its -v VALUE, and there are " + keys.size() + " and " + texts.size());
      return;
    }
    for (int i = 0; i < keys.size(); i++) {
      pair(keys.get(i), texts.get(i));
    }
  }

  private void argument(String argument, List<String> options) {
    if (!argument.startsWith("-")) {
      problem(
          "there is an argument too many (it may be a value, so it is not shown): values are given"
              + " as --KEY=VALUE");
      return;
    }
    if (!argument.startsWith("--")) {
      problem("there is no option " + argument.substring(0, Math.min(2, argument.length())));
      return;
    }
    int equals = argument.indexOf('=');
    String key = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
    String suggestion =
        Suggestion.closest(key, options)
            .map(option -> " Did you mean --" + option + "?")
            .orElse("");
    if (equals < 0) {
      String shown = SecretNames.isKey(key) ? key : "KEY";
      problem(
          "--" + shown + " has no value: it is given as --" + shown + "=VALUE" + comma(suggestion));
      return;
    }
    if (!suggestion.isEmpty()) {
      host.messages().warn("'" + key + "' is taken for a key of the secret." + suggestion);
    }
    pair(key, argument.substring(equals + 1));
  }

  private static String comma(String suggestion) {
    return suggestion.isEmpty() ? "" : " (" + suggestion.strip() + ")";
  }

  private void pair(String key, String text) {
    if (text.startsWith("@@")) {
      typed = true;
      value(key, text.substring(1));
    } else if (text.startsWith("@")) {
      file(key, text.substring(1));
    } else {
      typed = true;
      value(key, text);
    }
  }

  private void file(String key, String name) {
    try {
      String text = ValueFile.read(name, host);
      if (text.indexOf('\n') == text.length() - 1 && text.length() > 1) {
        host.messages()
            .warn("The value of key '" + key + "' ends with a line end, because its file does.");
      }
      value(key, text);
    } catch (ValueFile.UnreadableException e) {
      problem(
          "the file behind the @ of key '"
              + key
              + "' "
              + e.getMessage()
              + " (for a value that begins with @, write @@)");
    }
  }
}
