package dev.lockstep.cli.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/** The help texts of commands and groups. */
final class CommandHelp {
  private static final int WIDTH = 100;

  private CommandHelp() {}

  static String of(CommandSpec spec) {
    spec.usageMessage().width(WIDTH);
    spec.usageMessage().descriptionHeading("%n");
    spec.usageMessage().parameterListHeading("%nArguments:%n");
    spec.usageMessage().optionListHeading("%nOptions:%n");
    spec.usageMessage().footerHeading("%n");
    spec.usageMessage().sortOptions(false);
    spec.usageMessage().sortSynopsis(false);
    spec.parser().separator(" ");
    return new CommandLine(spec).getUsageMessage(Help.Ansi.OFF);
  }

  /** The first line of the help, without its heading. */
  static String synopsis(CommandSpec spec) {
    String[] custom = spec.usageMessage().customSynopsis();
    if (custom.length > 0) {
      return custom[0];
    }
    spec.usageMessage().width(200);
    spec.usageMessage().sortSynopsis(false);
    spec.parser().separator(" ");
    return new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF)).synopsis(0).strip();
  }

  static String of(String path, CommandGroup group) {
    StringBuilder text = new StringBuilder();
    text.append("Usage: ").append(path).append(" COMMAND\n\n");
    text.append(group.description()).append("\n\nCommands:\n");
    int width = width(group.children());
    for (CommandGroup.Child child : group.children()) {
      text.append("  ").append(child.name());
      text.append(" ".repeat(width - child.name().length() + 2));
      text.append(child.summary()).append('\n');
    }
    return text.append("\nMore of one of them: ")
        .append(path)
        .append(" COMMAND --help\n")
        .toString();
  }

  private static int width(List<CommandGroup.Child> children) {
    int width = 0;
    for (CommandGroup.Child child : children) {
      width = Math.max(width, child.name().length());
    }
    return width;
  }
}
