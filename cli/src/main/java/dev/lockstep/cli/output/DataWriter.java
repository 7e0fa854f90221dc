package dev.lockstep.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Standard output, always UTF-8: what reads it is a program or a terminal of this century. */
public final class DataWriter {
  /** Data could not be delivered. */
  public static final class OutputException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    OutputException(IOException cause) {
      super(cause);
      this.reason = String.valueOf(cause.getMessage());
    }

    /** What the operating system says. */
    public String reason() {
      return reason;
    }

    /** Whether the reader went away, as {@code head} does when it has seen enough. */
    public boolean closedPipe() {
      return reason.contains("Broken pipe");
    }
  }

  private final OutputStream out;

  public DataWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes a text as it is. */
  public void write(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  /** Writes a text and ends the line. */
  public void line(String text) {
    write(text + "\n");
  }
}
