package dev.lockstep.testing;

import dev.lockstep.metadata.MetadataException;
import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunJournal;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunSummary;
import dev.lockstep.metadata.ThisHost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record of runs in memory. */
final class MemoryMetadataStore implements MetadataStore {
  private final Map<String, Journal> journals = new LinkedHashMap<>();

  @Override
  public synchronized RunJournal create(String run) {
    Journal journal = new Journal(run);
    if (journals.putIfAbsent(run, journal) != null) {
      throw new MetadataException("There is a record of run " + run + " already.", null);
    }
    return journal;
  }

  @Override
  public synchronized List<RunEvent> events(String run) {
    Journal journal = journals.get(run);
    return journal == null ? List.of() : journal.events();
  }

  @Override
  public Optional<RunRecord> find(String run) {
    return Optional.ofNullable(RunRecord.of(events(run), ThisHost.name()));
  }

  @Override
  public List<RunSummary> list() {
    List<String> runs;
    synchronized (this) {
      runs = List.copyOf(journals.keySet());
    }
    return runs.stream()
        .flatMap(run -> find(run).stream())
        .map(RunSummary::of)
        .sorted(Comparator.comparing(RunSummary::started).thenComparing(RunSummary::id).reversed())
        .toList();
  }

  @Override
  public synchronized boolean delete(String run) {
    return journals.remove(run) != null;
  }

  private static final class Journal implements RunJournal {
    private final String run;
    private final List<RunEvent> events = new ArrayList<>();
    private boolean closed;

    Journal(String run) {
      this.run = run;
    }

    @Override
    public synchronized void append(List<RunEvent> more) {
      if (closed) {
        throw new MetadataException("The record of run " + run + " is closed.", null);
      }
      events.addAll(more);
    }

    @Override
    public synchronized void close() {
      closed = true;
    }

    synchronized List<RunEvent> events() {
      return List.copyOf(events);
    }
  }
}
