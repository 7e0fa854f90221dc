package dev.lockstep.metadata;

import java.util.List;
import java.util.Optional;

/**
 * The stack component that keeps the record of runs. All methods may be called from several threads
 * at once; all but those of {@link RunJournal} throw {@link MetadataException} when the store
 * cannot be read or written.
 */
public interface MetadataStore extends AutoCloseable {
  /** Starts the record of a run whose identifier is new. */
  RunJournal create(String run);

  /** The events of a run up to now; empty when there is no run of that identifier. */
  List<RunEvent> events(String run);

  /** A run as its events tell it; empty when there is none of that identifier. */
  Optional<RunRecord> find(String run);

  /**
   * All runs, the newest first. A run whose record cannot be read is there with the status {@link
   * RunStatus#UNREADABLE}, and hides no other; {@link #find} tells what is wrong with it.
   */
  List<RunSummary> list();

  /** Deletes the record of a run; false when there was none. */
  boolean delete(String run);

  @Override
  default void close() {}
}
