package dev.lockstep.run.console;

import dev.lockstep.descriptor.ParameterDescriptor;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.run.UsageException;
import dev.lockstep.run.Worker;
import dev.lockstep.text.Suggestion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A runner's command line: one option per parameter of the pipeline, and the runner's own.
 *
 * @param action what to do
 * @param stack the stack that was named, or null
 * @param output {@code text} or {@code json}
 * @param debug whether stack traces of our own are shown
 * @param paramsFile the file that holds parameters, or null
 * @param parameters the parameters that were given as options
 */
record RunnerArguments(
    Action action,
    @Nullable String stack,
    String output,
    boolean debug,
    @Nullable String paramsFile,
    Map<String, String> parameters) {

  /** What a runner can do. */
  enum Action {
    RUN,
    CHECK,
    PLAN,
    HELP,
    VERSION,
    WORKER
  }

  /**
   * Reads the arguments.
   *
   * @throws UsageException naming the first option that is wrong
   */
  static RunnerArguments parse(PipelineDescriptor pipeline, String... args) {
    Parser parser = new Parser(pipeline, args);
    return parser.parse();
  }

  private static final class Parser {
    private final PipelineDescriptor pipeline;
    private final Deque<String> rest;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private Action action = Action.RUN;
    private @Nullable String stack;
    private @Nullable String paramsFile;
    private String output = "text";
    private boolean debug;

    Parser(PipelineDescriptor pipeline, String... args) {
      this.pipeline = pipeline;
      this.rest = new ArrayDeque<>(List.of(args));
    }

    RunnerArguments parse() {
      while (!rest.isEmpty()) {
        String argument = rest.remove();
        checkDecoded(argument);
        if (argument.equals("-h")) {
          choose(Action.HELP);
        } else if (argument.equals("-o")) {
          output(value(argument, null));
        } else if (!argument.startsWith("--") || argument.length() == 2) {
          throw new UsageException(
              "'" + argument + "' is no option. Options begin with '--'; --help lists them.");
        } else {
          int equals = argument.indexOf('=');
          String name = equals < 0 ? argument : argument.substring(0, equals);
          option(name, equals < 0 ? null : argument.substring(equals + 1));
        }
      }
      return new RunnerArguments(action, stack, output, debug, paramsFile, parameters);
    }

    /** What could not be decoded in the process's locale arrives as this character. */
    private static void checkDecoded(String argument) {
      if (argument.indexOf('\uFFFD') >= 0) {
        throw new UsageException(
            "An argument holds characters that were lost on the way. Fix: set LC_ALL=C.UTF-8, or"
                + " give the parameter in a file with --params.");
      }
    }

    private void option(String name, @Nullable String value) {
      switch (name) {
        case "--help" -> choose(Action.HELP);
        case "--version" -> choose(Action.VERSION);
        case "--check" -> choose(Action.CHECK);
        case "--plan" -> choose(Action.PLAN);
        case Worker.OPTION -> choose(Action.WORKER);
        case "--debug" -> debug = true;
        case "--stack" -> stack = value(name, value);
        case "--params" -> paramsFile = value(name, value);
        case "--output" -> output(value(name, value));
        default -> parameter(name, value);
      }
    }

    private void choose(Action chosen) {
      // Help wins over everything, whatever the order.
      if (action != Action.HELP) {
        action = chosen;
      }
    }

    private void output(String format) {
      String word = format.toLowerCase(Locale.ROOT);
      // What commands that list things call the form for people.
      output = word.equals("table") ? "text" : word;
      if (!output.equals("text") && !output.equals("json")) {
        throw new UsageException("--output is text or json, not '" + format + "'.");
      }
    }

    private void parameter(String option, @Nullable String value) {
      String name = option.substring(2);
      for (ParameterDescriptor parameter : pipeline.parameters()) {
        if (parameter.name().equals(name)) {
          String text = isFlag(parameter) ? flag(value) : value(option, value);
          if (parameters.put(name, text) != null) {
            throw new UsageException("The option " + option + " is given twice.");
          }
          return;
        }
      }
      List<String> known = new ArrayList<>(RunnerOptions.NAMES);
      pipeline.parameters().forEach(parameter -> known.add("--" + parameter.name()));
      throw new UsageException(
          "Unknown option "
              + option
              + "."
              + Suggestion.didYouMean(option, known)
              + " --help lists the options of pipeline '"
              + pipeline.name()
              + "'.");
    }

    private static boolean isFlag(ParameterDescriptor parameter) {
      return parameter.type().equals("boolean") || parameter.type().equals("java.lang.Boolean");
    }

    private String flag(@Nullable String value) {
      if (value != null) {
        return value;
      }
      String next = rest.peek();
      return "true".equals(next) || "false".equals(next) ? rest.remove() : "true";
    }

    private String value(String option, @Nullable String value) {
      if (value != null) {
        return value;
      }
      if (rest.isEmpty()) {
        throw new UsageException("The option " + option + " needs a value.");
      }
      checkDecoded(rest.element());
      return rest.remove();
    }
  }
}
