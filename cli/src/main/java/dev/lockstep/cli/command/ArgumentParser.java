package dev.lockstep.cli.command;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the arguments of one command. What it says of wrong ones never repeats a value. */
final class ArgumentParser {
  private final String path;
  private final Command command;
  private final CommandSpec spec;

  /**
   * Builds the command's options.
   *
   * @param path what is typed to call the command, such as {@code lockstep secret get}
   */
  ArgumentParser(String path, Command command) {
    this.path = path;
    this.command = command;
    this.spec = describe(path, command);
  }

  /** All that a command accepts, the options of every command included. */
  static CommandSpec describe(String path, Command command) {
    CommandSpec spec = CommandSpec.create().name(path);
    command.describe(spec);
    Options.flag(spec, "show technical details of a failure", "--debug");
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .type(boolean.class)
            .arity("0")
            .usageHelp(true)
            .description("show this help")
            .build());
    return spec;
  }

  /** The help text of the command. */
  String help() {
    return CommandHelp.of(spec);
  }

  /** Reads the arguments. */
  Arguments parse(List<String> arguments) {
    CommandLine line = new CommandLine(spec);
    line.setExpandAtFiles(false);
    line.setUnmatchedArgumentsAllowed(true);
    line.setStopAtPositional(command.passesOnRest());
    try {
      ParseResult parsed = line.parseArgs(arguments.toArray(new String[0]));
      List<String> unknown = parsed.unmatched();
      if (!unknown.isEmpty()
          && !parsed.isUsageHelpRequested()
          && !command.takesUnknownArguments()
          && !command.passesOnRest()) {
        throw CommandException.usage(describeUnknown(unknown.get(0)));
      }
      return new Arguments(parsed, unknown);
    } catch (OverwrittenOptionException e) {
      throw CommandException.usage(label(e.getOverwritten()) + " is given twice." + more());
    } catch (MissingParameterException e) {
      throw CommandException.usage(describeMissing(e.getMissing()) + more());
    } catch (ParameterException e) {
      // Its message may quote what was typed, which may be a secret's value.
      ArgSpec culprit = e.getArgSpec();
      throw CommandException.usage(
          (culprit == null ? "The arguments cannot be read." : label(culprit) + " cannot be read.")
              + more());
    }
  }

  static List<String> longOptions(CommandSpec spec) {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      for (String name : option.names()) {
        if (name.startsWith("--")) {
          names.add(name.substring(2));
        }
      }
    }
    return names;
  }

  private String describeUnknown(String argument) {
    if (!argument.startsWith("-") || argument.equals("-")) {
      return "There is one argument too many: '" + argument + "'." + more();
    }
    int equals = argument.indexOf('=');
    String option = equals < 0 ? argument : argument.substring(0, equals);
    List<String> names = new ArrayList<>();
    for (OptionSpec known : spec.options()) {
      names.addAll(List.of(known.names()));
    }
    return "There is no option " + option + "." + Suggestion.didYouMean(option, names) + more();
  }

  private String describeMissing(List<ArgSpec> missing) {
    List<String> labels = new ArrayList<>();
    for (ArgSpec argument : missing) {
      if (argument instanceof OptionSpec option && !option.required()) {
        return option.longestName()
            + " needs a value: "
            + option.longestName()
            + " "
            + option.paramLabel()
            + ".";
      }
      labels.add(label(argument));
    }
    return String.join(" and ", labels) + (labels.size() == 1 ? " is missing." : " are missing.");
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private String more() {
    return "\n  Usage: " + CommandHelp.synopsis(spec) + "\n  More: " + path + " --help";
  }
}
