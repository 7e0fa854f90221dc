package dev.lockstep.metadata.local;

import dev.lockstep.home.HomeException;
import dev.lockstep.metadata.EventFormat;
import dev.lockstep.metadata.MetadataException;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunJournal;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A file to which lines are appended, all of one call with one write. */
final class LocalRunJournal implements RunJournal {
  private final Path file;
  private final FileOutputStream out;
  private final boolean syncToDisk;
  private boolean broken;

  LocalRunJournal(Path file, boolean syncToDisk) throws IOException {
    this.file = file;
    // Not a channel: an interrupt of a step that logs must not close it.
    this.out = new FileOutputStream(file.toFile(), true);
    this.syncToDisk = syncToDisk;
  }

  @Override
  public synchronized void append(List<RunEvent> events) {
    if (broken) {
      // Half a line may be there already; another one behind it could not be read.
      throw new MetadataException("The record " + file + " could not be continued.", null);
    }
    StringBuilder lines = new StringBuilder();
    for (RunEvent event : events) {
      lines.append(EventFormat.write(event)).append('\n');
    }
    try {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
      if (syncToDisk) {
        out.getFD().sync();
      }
    } catch (IOException e) {
      broken = true;
      throw MetadataException.of(HomeException.cannot("write", file, e));
    }
  }

  @Override
  public synchronized void close() {
    broken = true;
    try {
      out.close();
    } catch (IOException e) {
      throw MetadataException.of(HomeException.cannot("close", file, e));
    }
  }
}
