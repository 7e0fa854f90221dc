package dev.lockstep.cli.command;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.text.Suggestion;
import java.util.List;

/** Walks the table of commands along the arguments, and calls the command at its end. */
public final class Dispatcher {
  private final CommandGroup top;
  private final Host host;

  public Dispatcher(CommandGroup top, Host host) {
    this.top = top;
    this.host = host;
  }

  /**
   * Runs a command line.
   *
   * @return an {@link ExitCode}
   */
  public int run(String... arguments) {
    Failures failures = new Failures(host, debugs(arguments));
    try {
      return dispatch(List.of(arguments));
    } catch (Exception e) {
      return failures.report(e);
    } catch (LinkageError e) {
      return failures.report(e);
    }
  }

  private int dispatch(List<String> arguments) throws Exception {
    CommandGroup group = top;
    String path = "lockstep";
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--debug")) {
        continue;
      }
      if (argument.equals("-h") || argument.equals("--help")) {
        host.output().write(CommandHelp.of(path, group));
        return ExitCode.SUCCESS;
      }
      Node node = open(group, path, alias(group, argument));
      path = path + " " + alias(group, argument);
      if (node instanceof Command command) {
        return call(command, path, arguments.subList(i + 1, arguments.size()));
      }
      group = (CommandGroup) node;
    }
    String help = CommandHelp.of(path, group);
    if (group == top) {
      host.output().write(help);
      return ExitCode.SUCCESS;
    }
    throw CommandException.usage("'" + path + "' needs a command.\n\n" + help.stripTrailing());
  }

  /** {@code --version} is what people try first. */
  private String alias(CommandGroup group, String argument) {
    return group == top && (argument.equals("--version") || argument.equals("-V"))
        ? "version"
        : argument;
  }

  private static Node open(CommandGroup group, String path, String name) {
    List<String> names = group.names();
    if (names.contains(name) || group.hides(name)) {
      return group.open(name);
    }
    throw CommandException.usage(
        "There is no "
            + (name.startsWith("-") ? "option '" : "command '")
            + path
            + " "
            + name
            + "'."
            + Suggestion.didYouMean(name, names)
            + "\n  More: "
            + path
            + " --help");
  }

  private int call(Command command, String path, List<String> rest) throws Exception {
    ArgumentParser parser = new ArgumentParser(path, command);
    Arguments arguments = parser.parse(rest);
    if (arguments.flag("--help")) {
      host.output().write(parser.help() + command.furtherHelp(arguments, host));
      return ExitCode.SUCCESS;
    }
    return command.run(arguments, host);
  }

  private static boolean debugs(String... arguments) {
    return List.of(arguments).contains("--debug");
  }
}
