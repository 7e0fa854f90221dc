package dev.lockstep.cli.completion;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.text.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep completion}. */
public final class CompletionCommand extends Command {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Write a script by which a shell completes commands, options and names.",
            "",
            "For this shell only:",
            "  bash, zsh:  source <(lockstep completion bash)",
            "  fish:       lockstep completion fish | source",
            "",
            "For good:",
            "  bash:  add the line above to ~/.bashrc",
            "  zsh:   add the line above, with 'zsh', to ~/.zshrc",
            "  fish:  lockstep completion fish > ~/.config/fish/completions/lockstep.fish");
    Options.positional(spec, "SHELL", true, "bash, zsh or fish");
  }

  @Override
  protected int run(Arguments arguments, Host host) throws IOException {
    String shell = arguments.requiredPositional(0);
    if (!SHELLS.contains(shell)) {
      throw CommandException.usage(
          "There is no completion for '"
              + shell
              + "'."
              + Suggestion.didYouMean(shell, SHELLS)
              + " There are: "
              + String.join(", ", SHELLS)
              + ".");
    }
    host.output().write(script("lockstep." + shell));
    return ExitCode.SUCCESS;
  }

  private static String script(String name) throws IOException {
    try (InputStream in = CompletionCommand.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar of the command line");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
