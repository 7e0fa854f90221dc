package dev.lockstep.cli.component;

import dev.lockstep.cli.host.CommandException;
import java.util.List;

/** What is said when a component cannot be set up as it was asked for: all of it at once. */
final class Refusal {
  private Refusal() {}

  /**
   * The end of the command.
   *
   * @param head the sentence that says what was not done, without its end
   * @param problems a clause or sentences for each thing that is wrong
   * @param more the command that tells more
   */
  static CommandException of(String head, List<String> problems, String more) {
    StringBuilder text = new StringBuilder(head).append(':');
    for (String problem : problems) {
      text.append("\n  - ").append(problem);
    }
    return CommandException.usage(text.append("\n  More: ").append(more).toString());
  }
}
