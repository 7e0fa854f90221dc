package dev.lockstep.stack;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stack that a run or a command uses, and where it was named.
 *
 * @param stack the stack
 * @param source {@code --stack}, {@code LOCKSTEP_STACK}, the path of the file that names it, or
 *     {@code default} when nothing does
 */
public record ActiveStack(Stack stack, String source) {
  /** The option that names a stack. */
  public static final String OPTION = "--stack";

  /** The variable that names a stack. */
  public static final String VARIABLE = "LOCKSTEP_STACK";

  /**
   * Finds it: the option, then the variable, then the project that the working folder is in, then
   * the home, then the built-in one. The first that names a stack decides; when that stack does not
   * exist, no other one is taken in its place.
   *
   * @param option the value of {@code --stack}, or null
   * @throws StackException when the stack that is named does not exist
   */
  public static ActiveStack resolve(
      @Nullable String option,
      Map<String, String> environment,
      Path workingFolder,
      Configuration configuration) {
    if (option != null) {
      return named(option, OPTION, configuration);
    }
    String variable = environment.get(VARIABLE);
    if (variable != null && !variable.isEmpty()) {
      return named(variable, VARIABLE, configuration);
    }
    LockstepHome home = LockstepHome.of(environment);
    Optional<ProjectFile> project = ProjectFile.find(workingFolder, home);
    if (project.isPresent()) {
      Optional<String> name = project.get().activeStack();
      if (name.isPresent()) {
        return named(name.get(), project.get().path().toString(), configuration);
      }
    }
    Optional<String> chosen = configuration.chosenStack();
    return chosen.isPresent()
        ? named(chosen.get(), home.configFile().toString(), configuration)
        : named(Configuration.DEFAULT, "default", configuration);
  }

  private static ActiveStack named(String name, String source, Configuration configuration) {
    Optional<Stack> stack = configuration.findStack(name);
    if (stack.isPresent()) {
      return new ActiveStack(stack.get(), source);
    }
    List<String> names = new ArrayList<>();
    for (Stack each : configuration.stacks()) {
      names.add(each.name());
    }
    throw new StackException(
        StackException.Reason.UNKNOWN,
        "There is no stack '"
            + name
            + "', which is named by "
            + source
            + "."
            + Suggestion.didYouMean(name, names)
            + " There are: "
            + Names.list(names)
            + ". Fix: "
            + fix(name, source));
  }

  private static String fix(String name, String source) {
    String there =
        switch (source) {
          case OPTION -> "give " + OPTION + " one of these";
          case VARIABLE -> "set " + VARIABLE + " to one of these, or unset it";
          default -> "name one of these there: lockstep stack set NAME";
        };
    // What cannot be a name needs no command that would register it.
    return ComponentNames.isName(name)
        ? there
            + "; or make it: lockstep stack register "
            + name
            + " -o ORCHESTRATOR -a ARTIFACT_STORE -m METADATA_STORE"
        : there;
  }
}
