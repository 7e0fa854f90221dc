package dev.lockstep.cli.command;

import java.util.List;

/** Knows the names of what there is, for completion. */
public interface NameSource {
  /** The names that may stand at a place. */
  Completion names(Place place);

  /**
   * What may stand behind the first positional argument of a command that passes on the rest.
   *
   * @param rest the words behind it, the last of which is being typed
   */
  Completion rest(Place place, List<String> rest);
}
