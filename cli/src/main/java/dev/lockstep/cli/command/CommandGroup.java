package dev.lockstep.cli.command;

import java.util.ArrayList;
import java.util.List;

/**
 * A level of the table of commands. Its help is written from {@link #children} alone, and only the
 * command that was called is ever built: {@link #open} is a switch and no map of method references,
 * because linking those costs a young JVM more than all the rest of the dispatch.
 */
public abstract non-sealed class CommandGroup implements Node {
  /**
   * One line of a group's help.
   *
   * @param name what is typed
   * @param summary what it does, without a full stop
   */
  public record Child(String name, String summary) {}

  private final String description;
  private final List<Child> children;

  /**
   * Describes a group.
   *
   * @param description one or two sentences for its help
   * @param children in the order of its help
   */
  protected CommandGroup(String description, Child... children) {
    this.description = description;
    this.children = List.of(children);
  }

  protected static Child child(String name, String summary) {
    return new Child(name, summary);
  }

  /**
   * Builds what a name of {@link #children} stands for.
   *
   * @throws IllegalArgumentException for any other name
   */
  protected abstract Node open(String name);

  /** Whether {@link #open} knows a further name, which is for programs and in no help. */
  protected boolean hides(String name) {
    return false;
  }

  /** The names and summaries of what is in the group. */
  public final List<Child> children() {
    return children;
  }

  final String description() {
    return description;
  }

  final List<String> names() {
    List<String> names = new ArrayList<>();
    for (Child child : children) {
      names.add(child.name());
    }
    return names;
  }
}
