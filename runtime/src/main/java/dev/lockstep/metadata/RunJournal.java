package dev.lockstep.metadata;

import java.util.List;

/** Where the events of one run are appended. Used by one thread at a time. */
public interface RunJournal extends AutoCloseable {
  /**
   * Appends events, in their order. When it returns, they survive the death of this process.
   *
   * @throws MetadataException when they cannot be written
   */
  void append(List<RunEvent> events);

  @Override
  void close();
}
