package dev.lockstep.metadata.local;

import dev.lockstep.home.HomeException;
import dev.lockstep.metadata.EventFormat;
import dev.lockstep.metadata.MetadataException;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunJournal;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file to which lines are appended, all of one call with one write. */
final class LocalRunJournal implements RunJournal {
  private final Path file;
  private final FileOutputStream out;
  private final boolean syncToDisk;
  private boolean begun;
  private boolean closed;
  private @Nullable MetadataException failure;

  LocalRunJournal(Path file, boolean syncToDisk) throws IOException {
    // Not a channel: an interrupt of a step that logs must not close it.
    this(file, new FileOutputStream(file.toFile(), true), syncToDisk);
  }

  LocalRunJournal(Path file, FileOutputStream out, boolean syncToDisk) {
    this.file = file;
    this.out = out;
    this.syncToDisk = syncToDisk;
  }

  @Override
  public synchronized void append(List<RunEvent> events) {
    if (failure != null) {
      // Half a line may be there already; another one behind it could not be read. What went wrong
      // first is what is to be mended, so it is what every later event fails with.
      throw new MetadataException(String.valueOf(failure.getMessage()), failure);
    }
    if (closed) {
      throw new MetadataException(
          "The record " + file + " is complete: nothing can be added to it.", null);
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
      failure = MetadataException.of(HomeException.cannot("write", file, e));
      if (!begun) {
        discard(failure);
      }
      throw failure;
    }
    begun = true;
  }

  /** Leaves no empty record of a run that was not begun. */
  private void discard(MetadataException failure) {
    try (out) {
      closed = true;
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      out.close();
    } catch (IOException e) {
      throw MetadataException.of(HomeException.cannot("close", file, e));
    }
  }
}
