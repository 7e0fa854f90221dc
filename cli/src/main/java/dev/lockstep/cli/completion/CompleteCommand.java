package dev.lockstep.cli.completion;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.CommandGroup;
import dev.lockstep.cli.command.Completer;
import dev.lockstep.cli.command.Completion;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.output.DisplayText;
import dev.lockstep.run.console.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the scripts of {@code lockstep completion} call when someone presses TAB. The first line
 * says what follows: {@code :words}, {@code :assign} for words behind which no space belongs, or
 * {@code :files} for the shell's own completion of paths. Then comes a word per line, for all
 * shells but bash with a tab and a description. Whatever goes wrong, it says nothing and ends well.
 */
public final class CompleteCommand extends Command {
  /** What is typed to call it; it is in no help. */
  public static final String NAME = "__complete";

  private final CommandGroup top;

  public CompleteCommand(CommandGroup top) {
    this.top = top;
  }

  @Override
  protected void describe(CommandSpec spec) {
    Options.positional(spec, "SHELL", true, "the shell that asks");
  }

  @Override
  protected boolean passesOnRest() {
    return true;
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    try {
      boolean descriptions = !arguments.requiredPositional(0).equals("bash");
      Completion completion =
          new Completer(top, new KnownNames(host)).complete(arguments.unknown());
      host.output().write(text(completion, descriptions));
    } catch (RuntimeException | LinkageError e) {
      // Someone is in the middle of a line: a message would tear it apart.
      return ExitCode.SUCCESS;
    }
    return ExitCode.SUCCESS;
  }

  private static String text(Completion completion, boolean descriptions) {
    StringBuilder words = new StringBuilder();
    boolean assign = !completion.candidates().isEmpty();
    for (Completion.Candidate candidate : completion.candidates()) {
      if (!isPlain(candidate.word())) {
        continue;
      }
      assign &= candidate.word().endsWith("=");
      words.append(candidate.word());
      if (descriptions && !candidate.description().isEmpty()) {
        words.append('\t').append(DisplayText.escape(candidate.description()));
      }
      words.append('\n');
    }
    return (completion.files() ? ":files\n" : assign ? ":assign\n" : ":words\n") + words;
  }

  /** Bash puts a word on the line as it is: none may mean something else there. */
  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetterOrDigit(c) && "_-./=:+@%,".indexOf(c) < 0) {
        return false;
      }
    }
    return !word.isEmpty();
  }
}
