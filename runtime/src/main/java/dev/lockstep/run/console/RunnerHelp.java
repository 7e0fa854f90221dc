package dev.lockstep.run.console;

import dev.lockstep.descriptor.ParameterDescriptor;
import dev.lockstep.descriptor.PipelineDescriptor;
import java.util.ArrayList;
import java.util.List;

/** The text of a runner's {@code --help}. */
final class RunnerHelp {
  private RunnerHelp() {}

  static String text(PipelineDescriptor pipeline, String runner) {
    StringBuilder text = new StringBuilder();
    text.append("Usage: java -cp ... ").append(runner).append(" [options]\n\n");
    text.append("Runs the pipeline '").append(pipeline.name()).append("'.");
    if (!pipeline.description().isEmpty()) {
      text.append(' ').append(pipeline.description());
    }
    text.append('\n');
    if (!pipeline.parameters().isEmpty()) {
      text.append("\nParameters\n");
      append(text, parameters(pipeline));
    }
    text.append("\nOptions\n");
    append(
        text,
        List.of(
            row("--stack <name>", "the stack to run on, instead of the active one"),
            row("--params <file>", "parameters from a YAML or JSON file; options win over it"),
            row("--check", "verify everything the run needs from the stack, then stop"),
            row("--plan", "show steps, order and secrets; run nothing"),
            row("-o, --output text|json", "json: one object per event, then a summary"),
            row("--debug", "show stack traces of errors outside steps"),
            row("--version", "show the version"),
            row("--help", "show this")));
    text.append("\nExit codes: 0 success, 1 a step failed, 2 wrong usage, 3 the check failed,\n");
    text.append("4 a back end failed, 130 interrupted.\n");
    return text.toString();
  }

  private static List<String[]> parameters(PipelineDescriptor pipeline) {
    List<String[]> rows = new ArrayList<>();
    for (ParameterDescriptor parameter : pipeline.parameters()) {
      String type =
          parameter.constants().isEmpty()
              ? "<" + parameter.type().substring(parameter.type().lastIndexOf('.') + 1) + ">"
              : String.join("|", parameter.constants());
      String meaning =
          parameter.defaultValue() == null
              ? "required"
              : parameter.defaultValue().isEmpty()
                  ? "default: empty"
                  : "default: " + parameter.defaultValue();
      rows.add(
          row(
              "--" + parameter.name() + " " + type,
              parameter.description().isEmpty()
                  ? meaning
                  : parameter.description() + " (" + meaning + ")"));
    }
    return rows;
  }

  private static String[] row(String option, String meaning) {
    return new String[] {option, meaning};
  }

  private static void append(StringBuilder text, List<String[]> rows) {
    int width = 0;
    for (String[] row : rows) {
      width = Math.max(width, row[0].length());
    }
    for (String[] row : rows) {
      text.append("  ").append(row[0]).append(" ".repeat(width - row[0].length() + 2));
      text.append(row[1]).append('\n');
    }
  }
}
