package dev.lockstep.metadata.local;

import dev.lockstep.json.JsonFormatException;
import dev.lockstep.metadata.EventFormat;
import dev.lockstep.metadata.MetadataException;
import dev.lockstep.metadata.RunEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        if (event != null) {
          events.add(event);
        }
      } catch (JsonFormatException e) {
        throw new MetadataException(
            "The record "
                + file
                + " is damaged in line "
                + number
                + ": "
                + e.getMessage()
                + ". Fix: restore it from a backup, or delete the file.",
            e);
      }
      from = end + 1;
    }
    return events;
  }
}
