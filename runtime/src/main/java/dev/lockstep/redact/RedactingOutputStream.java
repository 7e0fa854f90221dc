package dev.lockstep.redact;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Masks what passes through it, also when a value is split over several writes: what could be the
 * beginning of a value is held back until the next bytes decide. At most as many bytes as the
 * longest value has are held, and {@link #flush} does not release them.
 */
public final class RedactingOutputStream extends OutputStream {
  private final Redactor redactor;
  private final OutputStream out;
  private final StringBuilder held = new StringBuilder();

  public RedactingOutputStream(Redactor redactor, OutputStream out) {
    this.redactor = redactor;
    this.out = out;
  }

  @Override
  public synchronized void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    List<String> patterns = redactor.patterns();
    if (patterns.isEmpty() && held.isEmpty()) {
      out.write(bytes, offset, length);
      return;
    }
    held.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
    String text = held.toString();
    release(text, safeEnd(text, patterns), patterns);
  }

  @Override
  public synchronized void flush() throws IOException {
    out.flush();
  }

  /** Releases everything: nothing follows that could complete a value. */
  @Override
  public synchronized void close() throws IOException {
    finish();
    out.close();
  }

  /** Releases what is held back, for the end of an output whose stream stays open. */
  public synchronized void finish() throws IOException {
    String text = held.toString();
    release(text, text.length(), redactor.patterns());
    out.flush();
  }

  private void release(String text, int end, List<String> patterns) throws IOException {
    held.setLength(0);
    String masked;
    try {
      String passed = text.substring(0, end);
      masked = Redactor.mask(passed, end, patterns);
    } catch (RuntimeException e) {
      masked = Redactor.WITHHELD;
    }
    held.append(text, end, text.length());
    out.write(masked.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The first position from which the text could be the beginning of a value, else its end. */
  private static int safeEnd(String text, List<String> patterns) {
    int end = text.length();
    for (String pattern : patterns) {
      int longest = Math.min(pattern.length() - 1, text.length());
      for (int length = longest; length > text.length() - end; length--) {
        if (text.regionMatches(text.length() - length, pattern, 0, length)) {
          end = text.length() - length;
          break;
        }
      }
    }
    return beforeFinds(text, end, patterns);
  }

  /** Moves a cut that would go through a find back to the find's beginning. */
  private static int beforeFinds(String text, int end, List<String> patterns) {
    int cut = end;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (String pattern : patterns) {
        int at = text.indexOf(pattern, Math.max(0, cut - pattern.length() + 1));
        if (at >= 0 && at < cut && at + pattern.length() > cut) {
          cut = at;
          moved = true;
        }
      }
    }
    return cut;
  }
}
