package dev.lockstep.run.console;

import dev.lockstep.redact.PerThreadRedaction;
import dev.lockstep.redact.Redactor;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The process's two outputs. Everything that steps print goes through here and is masked; on a
 * terminal it is put above the lines that show what is running.
 */
final class ProcessOutput {
  private final OutputStream out;
  private final OutputStream err;
  private final boolean terminal;
  private @Nullable PerThreadRedaction stepOut;
  private @Nullable PerThreadRedaction stepErr;
  private @Nullable Redactor redactor;
  private List<String> liveLines = List.of();
  private int shownLines;
  private boolean lineOpen;
  private boolean liveEnded;
  private boolean broken;
  private @Nullable IOException lost;

  private ProcessOutput(OutputStream out, OutputStream err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  static ProcessOutput ofProcess() {
    return new ProcessOutput(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        isTerminal());
  }

  /** Whether a person watches. */
  boolean terminal() {
    return terminal;
  }

  /**
   * Takes over {@code System.out} and {@code System.err}, so that what steps print is masked.
   *
   * @param outToErr whether standard output is kept free of what steps print
   */
  void install(Redactor redactor, boolean outToErr) {
    this.redactor = redactor;
    stepErr = new PerThreadRedaction(redactor, new Above(err));
    stepOut = outToErr ? stepErr : new PerThreadRedaction(redactor, new Above(out));
    System.setOut(new StepPrintStream(stepOut));
    System.setErr(new StepPrintStream(stepErr));
  }

  /** Writes text of our own to standard output. */
  synchronized void print(String text) {
    write(out, masked(text));
  }

  /** Writes a line for programs: masking could break its form, so its parts are masked before. */
  synchronized void printData(String line) {
    write(out, line);
  }

  /** Writes a line to standard error. */
  synchronized void error(String text) {
    write(err, masked("lockstep: " + text + "\n"));
  }

  /** Shows lines below everything else until they are replaced; on a terminal only. */
  synchronized void live(List<String> lines) {
    liveLines = liveEnded ? List.of() : List.copyOf(lines);
    erase();
    draw();
  }

  /** Nothing is shown below everything else from now on. */
  synchronized void endLive() {
    live(List.of());
    liveEnded = true;
  }

  /** Why something could not be written, but for a reader that went away. */
  @Nullable IOException lost() {
    return lost;
  }

  /** Releases everything that is held back. */
  void finish() {
    System.out.flush();
    System.err.flush();
    for (PerThreadRedaction stream : new PerThreadRedaction[] {stepOut, stepErr}) {
      try {
        if (stream != null) {
          stream.finish();
        }
      } catch (IOException e) {
        broken = true;
      }
    }
    live(List.of());
  }

  private String masked(String text) {
    return redactor == null ? text : redactor.redact(text);
  }

  private void write(OutputStream target, String text) {
    erase();
    if (lineOpen) {
      raw(target, new byte[] {'\n'}); // A step did not end its line.
      lineOpen = false;
    }
    raw(target, text.getBytes(StandardCharsets.UTF_8));
    draw();
  }

  private void erase() {
    if (shownLines > 0) {
      raw(out, ("\u001b[" + shownLines + "A\r\u001b[J").getBytes(StandardCharsets.US_ASCII));
      shownLines = 0;
    }
  }

  private void draw() {
    if (terminal && !liveLines.isEmpty()) {
      raw(out, (String.join("\n", liveLines) + "\n").getBytes(StandardCharsets.UTF_8));
      shownLines = liveLines.size();
    }
  }

  /** A closed pipe is the reader's choice: the run goes on. */
  private void raw(OutputStream target, byte[] bytes) {
    if (broken && target == out) {
      return;
    }
    try {
      target.write(bytes);
      target.flush();
    } catch (IOException e) {
      broken |= target == out;
      boolean readerLeft = String.valueOf(e.getMessage()).contains("pipe");
      lost = readerLeft ? lost : e;
    }
  }

  @SuppressWarnings("SystemConsoleNull") // With the property it is null where there is no terminal.
  private static boolean isTerminal() {
    if (System.getProperty("jdk.console") == null) {
      // From JDK 22 on, asking for the console would load a line editor and say yes to a pipe.
      System.setProperty("jdk.console", "java.base");
    }
    return System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  /** Output is UTF-8 in every locale, because masking compares bytes. A step cannot close it. */
  private static final class StepPrintStream extends PrintStream {
    StepPrintStream(OutputStream out) {
      super(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
      flush();
    }
  }

  /** What steps print, put above the live lines once it ends a line. */
  private final class Above extends OutputStream {
    private final OutputStream target;

    Above(OutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (length == 0) {
        return;
      }
      synchronized (ProcessOutput.this) {
        byte[] part = java.util.Arrays.copyOfRange(bytes, offset, offset + length);
        erase();
        raw(target, part);
        lineOpen = part[part.length - 1] != '\n';
        if (!lineOpen) {
          draw();
        }
      }
    }
  }
}
