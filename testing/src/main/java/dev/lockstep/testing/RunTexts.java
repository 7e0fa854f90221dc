package dev.lockstep.testing;

import dev.lockstep.artifact.Artifact;
import dev.lockstep.artifact.ArtifactFile;
import dev.lockstep.metadata.EventFormat;
import dev.lockstep.metadata.RunEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a run left which somebody can read, as texts. */
final class RunTexts {
  /**
   * Fields of events that hold numbers, times and sums, in which a short value is found by chance;
   * and what {@link #addArtifacts} reads as the bytes that it stands for.
   */
  private static final Set<String> MECHANICAL =
      Set.of(
          "event",
          "format",
          "time",
          "run",
          "pid",
          "processStarted",
          "host",
          "attempt",
          "millis",
          "retryInMillis",
          "size",
          "sha256",
          "path",
          "content");

  private final List<Text> texts = new ArrayList<>();

  /**
   * A text.
   *
   * @param where what it is, for people
   */
  record Text(String where, String text) {}

  private RunTexts() {}

  /**
   * Gathers the texts of a run.
   *
   * @param stored the files of the run in the artifact store, by their path below the run's: those
   *     of attempts that failed are in no event
   */
  static List<Text> of(List<RunEvent> events, Map<String, byte[]> stored) {
    RunTexts texts = new RunTexts();
    for (RunEvent event : events) {
      texts.addEvent(event);
    }
    texts.addArtifacts(events, stored);
    return texts.texts;
  }

  private void addEvent(RunEvent event) {
    Map<String, @Nullable Object> fields = EventFormat.toMap(event);
    String step = event instanceof RunEvent.StepEvent of ? " of step '" + of.step() + "'" : "";
    add("event " + fields.get("event") + step, fields);
  }

  private void add(String where, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, field) -> {
            if (!MECHANICAL.contains(String.valueOf(key))) {
              add(where + ", " + key, field);
            }
          });
    } else if (value instanceof Iterable<?> list) {
      list.forEach(element -> add(where, element));
    } else if (value != null) {
      texts.add(new Text(where, value.toString()));
    }
  }

  private void addArtifacts(List<RunEvent> events, Map<String, byte[]> stored) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (RunEvent event : events) {
      if (event instanceof RunEvent.StepSucceeded success) {
        for (Artifact artifact : success.outputs()) {
          for (ArtifactFile file : artifact.files()) {
            byte[] content = file.content();
            if (content != null) {
              files.put(artifact.output() + "/" + file.name(), content);
            }
          }
        }
      }
    }
    files.putAll(stored);
    files.forEach(
        (file, content) -> {
          texts.add(new Text("name of artifact " + file, file));
          texts.add(new Text("artifact " + file, new String(content, StandardCharsets.UTF_8)));
        });
  }
}
