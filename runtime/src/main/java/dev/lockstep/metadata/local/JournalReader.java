package dev.lockstep.metadata.local;

import dev.lockstep.json.JsonFormatException;
import dev.lockstep.metadata.EventFormat;
import dev.lockstep.metadata.MetadataException;
import dev.lockstep.metadata.NewerFormatException;
import dev.lockstep.metadata.RunEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal. A last line without its end is the mark of a killed process and is left out; the
 * events before it are whole.
 */
final class JournalReader {
  private JournalReader() {}

  static List<RunEvent> read(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<RunEvent> events = new ArrayList<>();
    int from = 0;
    int number = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      number++;
      try {
        RunEvent event = EventFormat.read(text.substring(from, end));
        if (number == 1 && !(event instanceof RunEvent.RunStarted)) {
          throw damaged(file, number, "it is not the first event of a run", null);
        }
        if (event != null) {
          events.add(event);
        }
      } catch (NewerFormatException e) {
        // Nothing is wrong with it, so nobody is to be led to delete it.
        throw new MetadataException(
            "The record "
                + file
                + " was written by a newer version of lockstep: "
                + e.getMessage()
                + ". Fix: use that version, or a later one, to read it.",
            e);
      } catch (JsonFormatException e) {
        throw damaged(file, number, String.valueOf(e.getMessage()), e);
      }
      from = end + 1;
    }
    return events;
  }

  private static MetadataException damaged(
      Path file, int line, String problem, @Nullable Throwable cause) {
    return new MetadataException(
        "The record "
            + file
            + " is damaged in line "
            + line
            + ": "
            + problem
            + ". Fix: restore it from a backup, or move the file away.",
        cause);
  }
}
