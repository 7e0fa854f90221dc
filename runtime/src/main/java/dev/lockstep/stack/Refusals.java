package dev.lockstep.stack;

import static dev.lockstep.stack.StackException.Reason.EXISTS;
import static dev.lockstep.stack.StackException.Reason.INVALID;
import static dev.lockstep.stack.StackException.Reason.IN_USE;
import static dev.lockstep.stack.StackException.Reason.UNKNOWN;

import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a {@link Configuration} refuses, and how it says so. */
final class Refusals {
  private Refusals() {}

  static StackException unknownName(
      String noun, String name, Collection<String> names, String command) {
    return new StackException(
        UNKNOWN,
        "There is no "
            + noun
            + " '"
            + name
            + "'."
            + Suggestion.didYouMean(name, names)
            + " There are: "
            + Names.list(names)
            + ". Fix: use one of these (details: "
            + command
            + "), or register it.");
  }

  static StackException inUse(ComponentType type, String name, List<Stack> users) {
    List<String> names = new ArrayList<>();
    for (Stack user : users) {
      names.add(user.name());
    }
    return new StackException(
        IN_USE,
        "The "
            + type.noun()
            + " '"
            + name
            + "' is used by "
            + (users.size() == 1 ? "the stack " : "the stacks ")
            + Names.list(names)
            + ". Fix: give "
            + (users.size() == 1 ? "it" : "them")
            + " another one first: lockstep stack update "
            + users.get(0).name()
            + " --"
            + type.label()
            + " NAME"
            + (type.required()
                ? ""
                : ", or none: lockstep stack remove-component "
                    + users.get(0).name()
                    + " --"
                    + type.label()));
  }

  static void check(List<StackException> problems, Runnable rule) {
    try {
      rule.run();
    } catch (StackException e) {
      problems.add(e);
    }
  }

  /** All that is wrong with a stack is said at once. */
  static void refuse(Stack stack, List<StackException> problems) {
    if (problems.size() == 1) {
      throw problems.get(0);
    }
    if (!problems.isEmpty()) {
      StringBuilder text = new StringBuilder("The stack '" + stack.name() + "' cannot be:");
      for (StackException problem : problems) {
        text.append("\n  - ").append(problem.getMessage());
      }
      throw new StackException(INVALID, text.toString());
    }
  }

  static void refuseBuiltIn(String what, String name, String action) {
    if (name.equals(Configuration.DEFAULT)) {
      throw new StackException(
          IN_USE, what + " '" + name + "' is built in and cannot " + action + ".");
    }
  }

  /** Names that differ in case only would share one file on many laptops. */
  static void refuseTaken(String noun, String name, Collection<String> names) {
    for (String taken : names) {
      if (taken.equalsIgnoreCase(name)) {
        throw new StackException(
            EXISTS,
            "There is "
                + ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ")
                + noun
                + " '"
                + taken
                + "' already"
                + (taken.equals(name) ? "" : ", and names must differ in more than case")
                + ". Fix: choose another name, or update or delete that one.");
      }
    }
  }
}
