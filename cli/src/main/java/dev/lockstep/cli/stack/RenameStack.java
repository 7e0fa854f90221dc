package dev.lockstep.cli.stack;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.ActiveStack;
import dev.lockstep.stack.ProjectFile;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep stack rename}. */
final class RenameStack extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Give a stack another name. If it is the active one, of yours or of this project, it"
                + " stays so; other projects that name it have to be told: lockstep stack set");
    Options.positional(spec, "NAME", true, "the stack's name");
    Options.positional(spec, "NEW", true, "its new name");
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String from = arguments.requiredPositional(0);
    String to = arguments.requiredPositional(1);
    State state = State.of(host);
    // Read before anything is changed, for it may be damaged.
    Optional<ProjectFile> project = ProjectFile.find(host.workingFolder(), state.home());
    boolean follows = project.isPresent() && project.get().activeStack().equals(Optional.of(from));
    GivenNames.check(() -> state.file().update(all -> all.renameStack(from, to)));
    host.messages().say("Renamed the stack '" + from + "' to '" + to + "'.");
    if (follows) {
      project.orElseThrow().setActiveStack(to);
      host.messages().say("It stays the active one of the project " + project.get().path() + ".");
    }
    if (from.equals(host.environment().get(ActiveStack.VARIABLE))) {
      host.messages()
          .warn(
              ActiveStack.VARIABLE
                  + "="
                  + from
                  + " stays in force in this shell. Fix: export "
                  + ActiveStack.VARIABLE
                  + "="
                  + to);
    }
    return ExitCode.SUCCESS;
  }
}
