package dev.lockstep.cli.command;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options and positional arguments that a command was called with. */
public final class Arguments {
  private final ParseResult parsed;
  private final List<String> unknown;

  Arguments(ParseResult parsed, List<String> unknown) {
    this.parsed = parsed;
    this.unknown = unknown;
  }

  /** Whether a switch was given. */
  public boolean flag(String option) {
    return parsed.hasMatchedOption(option);
  }

  /** The value of an option, or null when it was not given. */
  public @Nullable String text(String option) {
    return parsed.hasMatchedOption(option) ? parsed.matchedOptionValue(option, "") : null;
  }

  /** The value of an option that the command declares as required. */
  public String requiredText(String option) {
    return parsed.matchedOptionValue(option, "");
  }

  /** The values of an option that may be repeated, in their order. */
  public List<String> texts(String option) {
    return List.of(parsed.matchedOptionValue(option, new String[0]));
  }

  /** A positional argument, or null when it was not given. */
  public @Nullable String positional(int index) {
    for (PositionalParamSpec positional : parsed.matchedPositionals(index)) {
      return positional.getValue();
    }
    return null;
  }

  /** All positional arguments of a command whose last one may be repeated. */
  public List<String> positionals() {
    List<String> all = new ArrayList<>();
    for (PositionalParamSpec positional : parsed.matchedPositionals()) {
      all.addAll(positional.stringValues());
    }
    return all;
  }

  /** A positional argument that the command declares as required. */
  public String requiredPositional(int index) {
    String value = positional(index);
    if (value == null) {
      throw new IllegalStateException("positional parameter " + index + " is not required");
    }
    return value;
  }

  /** The positional arguments of {@link Options#rest}, in their order. */
  public List<String> rest() {
    for (PositionalParamSpec positional : parsed.matchedPositionals()) {
      if (positional.getValue() instanceof String[] values) {
        return List.of(values);
      }
    }
    return List.of();
  }

  /**
   * Whether a positional argument stands behind an unknown option without a value, as in {@code
   * --password hunter2}: then it may be that value, and no message may repeat it.
   */
  public boolean mayBeValue(int index) {
    String argument = positional(index);
    List<String> all = parsed.originalArgs();
    for (int i = 1; argument != null && i < all.size(); i++) {
      String before = all.get(i - 1);
      int equals = before.indexOf('=');
      boolean bare = before.startsWith("-") && (equals < 0 || equals == before.length() - 1);
      if (bare && all.get(i).equals(argument) && unknown.contains(before)) {
        return true;
      }
    }
    return false;
  }

  /** What the command's description does not know, in its order; see {@link Command}. */
  public List<String> unknown() {
    return unknown;
  }

  /** Every long option of the command, without the hyphens. */
  public List<String> longOptions() {
    return ArgumentParser.longOptions(parsed.commandSpec());
  }

  /** The format that {@code -o} asks for. */
  public OutputFormat output() {
    String format = text("--output");
    if (format == null) {
      return OutputFormat.TABLE;
    }
    return switch (format) {
      case "table" -> OutputFormat.TABLE;
      case "json" -> OutputFormat.JSON;
      case "yaml" -> OutputFormat.YAML;
      default ->
          throw CommandException.usage(
              "--output is table, json or yaml, not '"
                  + format
                  + "'."
                  + Suggestion.didYouMean(format, List.of("table", "json", "yaml")));
    };
  }
}
