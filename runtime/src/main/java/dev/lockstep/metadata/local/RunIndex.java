package dev.lockstep.metadata.local;

import dev.lockstep.home.OwnerOnly;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.metadata.RunSummary;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line per finished run. It may lag behind, be damaged or be deleted: what it does not tell is
 * read from the journals again, and a line counts only while the journal has the size that it
 * names.
 */
final class RunIndex {
  private final Path file;

  RunIndex(Path file) {
    this.file = file;
  }

  /**
   * A line.
   *
   * @param size the journal's size in bytes when it was read
   */
  record Entry(RunSummary summary, long size) {}

  Map<String, Entry> read() {
    Map<String, Entry> entries = new HashMap<>();
    String text;
    try {
      text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return entries; // As if it were not there.
    }
    for (String line : text.split("\n", -1)) {
      Entry entry = line.isEmpty() ? null : entry(line);
      if (entry != null) {
        entries.put(entry.summary().id(), entry);
      }
    }
    return entries;
  }

  /** Adds lines; when that fails, they will be added another time. */
  void add(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder("\n"); // Ends a line that a killed process left open.
    for (Entry entry : entries) {
      lines.append(Json.write(toMap(entry))).append('\n');
    }
    try {
      if (!Files.exists(file)) {
        OwnerOnly.createFile(file);
      }
      try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      return; // A read-only folder can still be listed.
    }
  }

  /**
   * Keeps these lines and no others. One that another process adds meanwhile may be lost, and is
   * added again by the next list.
   */
  void replace(Collection<Entry> entries) {
    StringBuilder lines = new StringBuilder();
    for (Entry entry : entries) {
      lines.append(Json.write(toMap(entry))).append('\n');
    }
    try {
      Path fresh =
          file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
      Files.deleteIfExists(fresh);
      OwnerOnly.createFile(fresh);
      Files.write(fresh, lines.toString().getBytes(StandardCharsets.UTF_8));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      return; // What is too much in it does no harm.
    }
  }

  private static Map<String, @Nullable Object> toMap(Entry entry) {
    RunSummary run = entry.summary();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("run", run.id());
    map.put("size", entry.size());
    map.put("pipeline", run.pipeline());
    map.put("stack", run.stack());
    map.put("status", run.status().name());
    map.put("started", run.started().toEpochMilli());
    map.put("ended", run.ended() == null ? null : run.ended().toEpochMilli());
    map.put("steps", run.steps());
    map.put("succeeded", run.succeeded());
    return map;
  }

  private static @Nullable Entry entry(String line) {
    try {
      JsonObject json = Json.readObject(line);
      long ended = json.number("ended", -1);
      return new Entry(
          new RunSummary(
              json.string("run"),
              json.string("pipeline"),
              json.string("stack"),
              RunStatus.valueOf(json.string("status")),
              Instant.ofEpochMilli(json.number("started")),
              ended < 0 ? null : Instant.ofEpochMilli(ended),
              (int) json.number("steps"),
              (int) json.number("succeeded")),
          json.number("size"));
    } catch (JsonFormatException | IllegalArgumentException e) {
      return null;
    }
  }
}
