package dev.lockstep.redact;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Masks what several threads write to one output, each thread's writes by themselves: another
 * thread's output between two halves of a value would otherwise hide them from each other. The
 * target is told apart by its own lock.
 */
public final class PerThreadRedaction extends OutputStream {
  private final Redactor redactor;
  private final OutputStream out;
  private final Queue<RedactingOutputStream> all = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<RedactingOutputStream> own = ThreadLocal.withInitial(this::create);

  public PerThreadRedaction(Redactor redactor, OutputStream out) {
    this.redactor = redactor;
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    own.get().write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    own.get().write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    own.get().flush();
  }

  /** Releases what any thread's stream holds back: the output is at its end. */
  public void finish() throws IOException {
    for (RedactingOutputStream stream : all) {
      stream.finish();
    }
  }

  private RedactingOutputStream create() {
    RedactingOutputStream stream = new RedactingOutputStream(redactor, out);
    all.add(stream);
    return stream;
  }
}
