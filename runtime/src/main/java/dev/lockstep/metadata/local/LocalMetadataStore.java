package dev.lockstep.metadata.local;

import dev.lockstep.home.HomeException;
import dev.lockstep.home.OwnerOnly;
import dev.lockstep.metadata.MetadataException;
import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunJournal;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.metadata.RunSummary;
import dev.lockstep.metadata.ThisHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One journal per run, {@code <run>.jsonl}, and an index of finished runs that spares reading them
 * for a list. The journals are the truth: the index is rebuilt from them when it is missing or
 * behind.
 */
public final class LocalMetadataStore implements MetadataStore {
  private static final String SUFFIX = ".jsonl";

  private final Path folder;
  private final boolean syncToDisk;

  /**
   * Creates a store in a folder, which is made when the first run is recorded.
   *
   * @param syncToDisk whether an appended event also survives a power cut
   */
  public LocalMetadataStore(Path folder, boolean syncToDisk) {
    this.folder = folder;
    this.syncToDisk = syncToDisk;
  }

  @Override
  public RunJournal create(String run) {
    Path file = file(run);
    try {
      OwnerOnly.createFolders(folder);
      OwnerOnly.createFile(file);
      return new LocalRunJournal(file, syncToDisk);
    } catch (IOException e) {
      throw cannot("write", file, e);
    }
  }

  @Override
  public List<RunEvent> events(String run) {
    if (!isIdentifier(run)) {
      return List.of();
    }
    Path file = file(run);
    try {
      return JournalReader.read(file);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw cannot("read", file, e);
    }
  }

  @Override
  public Optional<RunRecord> find(String run) {
    return Optional.ofNullable(RunRecord.of(events(run), ThisHost.name()));
  }

  @Override
  public List<RunSummary> list() {
    RunIndex index = new RunIndex(folder.resolve("index"));
    Map<String, RunIndex.Entry> indexed = index.read();
    List<RunSummary> runs = new ArrayList<>();
    List<RunIndex.Entry> missing = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (Path file : journals()) {
      String name = file.getFileName().toString();
      String run = name.substring(0, name.length() - SUFFIX.length());
      there.add(run);
      RunIndex.Entry entry = indexed.get(run);
      if (entry != null && entry.size() == size(file)) {
        runs.add(entry.summary());
        continue;
      }
      long size = size(file);
      RunSummary summary = summary(run, file);
      if (summary != null) {
        runs.add(summary);
        if (summary.ended() != null && summary.status() != RunStatus.RUNNING) {
          missing.add(new RunIndex.Entry(summary, size));
        }
      }
    }
    if (indexed.keySet().retainAll(there)) {
      // A deleted run leaves no trace.
      missing.addAll(indexed.values());
      index.replace(missing);
    } else {
      index.add(missing);
    }
    runs.sort(Comparator.comparing(RunSummary::started).thenComparing(RunSummary::id).reversed());
    return runs;
  }

  /** A line of the list, or null when nothing is recorded yet or any more. */
  private @Nullable RunSummary summary(String run, Path file) {
    // Opening a pipe would wait for whoever writes to it.
    boolean readable = isIdentifier(run) && (Files.isRegularFile(file) || !Files.exists(file));
    try {
      if (readable) {
        return find(run).map(RunSummary::of).orElse(null);
      }
    } catch (MetadataException e) {
      // Told to whoever asks for this run; it must not keep the others from being listed.
    }
    return RunSummary.unreadable(run.isEmpty() ? SUFFIX : run, lastWritten(file));
  }

  private static Instant lastWritten(Path file) {
    try {
      // In milliseconds, as the times of events are.
      return Instant.ofEpochMilli(
          Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis());
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  @Override
  public boolean delete(String run) {
    Path file = file(run);
    try {
      return isIdentifier(run) && Files.deleteIfExists(file);
    } catch (IOException e) {
      throw cannot("delete", file, e);
    }
  }

  private List<Path> journals() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw cannot("read", folder, e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1; // It was deleted meanwhile: it will not be found either.
    }
  }

  private Path file(String run) {
    return folder.resolve(run + SUFFIX);
  }

  /** What a person types could be a path; an identifier never is. */
  private static boolean isIdentifier(String run) {
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-') {
        return false;
      }
    }
    return !run.isEmpty();
  }

  private static MetadataException cannot(String failed, Path path, IOException e) {
    return MetadataException.of(HomeException.cannot(failed, path, e));
  }
}
