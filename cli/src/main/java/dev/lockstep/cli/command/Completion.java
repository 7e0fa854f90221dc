package dev.lockstep.cli.command;

import java.util.List;

/**
 * What can stand where the cursor is.
 *
 * @param files whether it is the path of a file, which shells know best
 * @param candidates the words, which all begin with what is typed already
 */
public record Completion(boolean files, List<Candidate> candidates) {
  /**
   * A word that can stand there.
   *
   * @param word the whole word
   * @param description what it is, or empty
   */
  public record Candidate(String word, String description) {}

  /** Where nothing is known to fit. */
  public static final Completion NOTHING = new Completion(false, List.of());

  /** Where a path is to stand. */
  public static final Completion FILES = new Completion(true, List.of());
}
