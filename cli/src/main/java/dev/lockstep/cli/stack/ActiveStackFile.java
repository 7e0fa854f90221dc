package dev.lockstep.cli.stack;

import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.stack.ActiveStack;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.ProjectFile;
import java.util.Optional;

/** Where the active stack is written down: in the project, or in the home. */
final class ActiveStackFile {
  private ActiveStackFile() {}

  static void set(
      State state, Host host, Configuration configuration, String name, boolean global) {
    Optional<ProjectFile> project =
        global ? Optional.empty() : ProjectFile.find(host.workingFolder(), state.home());
    if (project.isPresent()) {
      configuration.stack(name);
      project.get().setActiveStack(name);
    } else {
      state.file().update(stacks -> stacks.withActiveStack(name));
    }
    host.messages()
        .say(
            "The active stack is now '"
                + name
                + "'"
                + (project.isPresent() ? " in the project " + project.get().path() : "")
                + ".");
    String variable = host.environment().getOrDefault(ActiveStack.VARIABLE, "");
    if (!variable.isEmpty() && !variable.equals(name)) {
      host.messages()
          .warn(ActiveStack.VARIABLE + "=" + variable + " stays in force in this shell.");
    }
  }
}
