package dev.lockstep.run.console;

import dev.lockstep.redact.RedactingOutputStream;
import dev.lockstep.redact.Redactor;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
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
  private final Charset charset;
  private @Nullable RedactingOutputStream stepOut;
  private @Nullable RedactingOutputStream stepErr;
  private List<String> liveLines = List.of();
  private int shownLines;
  private boolean broken;

  private ProcessOutput(OutputStream out, OutputStream err, boolean terminal, Charset charset) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.charset = charset;
  }

  static ProcessOutput ofProcess() {
    return new ProcessOutput(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        isTerminal(),
        stdoutCharset());
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
    stepErr = new RedactingOutputStream(redactor, new Above(err));
    stepOut = outToErr ? stepErr : new RedactingOutputStream(redactor, new Above(out));
    System.setOut(new PrintStream(stepOut, true, charset));
    System.setErr(new PrintStream(stepErr, true, charset));
  }

  /** Writes text of our own, masked by its author, to standard output. */
  synchronized void print(String text) {
    write(out, text.getBytes(charset));
  }

  /** Writes a line to standard error. */
  synchronized void error(String text) {
    write(err, ("lockstep: " + text + "\n").getBytes(charset));
  }

  /** Shows lines below everything else until they are replaced; on a terminal only. */
  synchronized void live(List<String> lines) {
    liveLines = List.copyOf(lines);
    erase();
    draw();
  }

  /** Releases everything that is held back. */
  void finish() {
    System.out.flush();
    System.err.flush();
    for (RedactingOutputStream stream : new RedactingOutputStream[] {stepOut, stepErr}) {
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

  private void write(OutputStream target, byte[] bytes) {
    erase();
    raw(target, bytes);
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
      raw(out, (String.join("\n", liveLines) + "\n").getBytes(charset));
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

  private static Charset stdoutCharset() {
    String name = System.getProperty("stdout.encoding");
    try {
      return name == null ? Charset.defaultCharset() : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return Charset.defaultCharset();
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
        if (part[part.length - 1] == '\n') {
          draw();
        }
      }
    }
  }
}
