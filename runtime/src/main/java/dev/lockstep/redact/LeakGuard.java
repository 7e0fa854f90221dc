package dev.lockstep.redact;

import dev.lockstep.secret.SecretValue;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses to write what holds the value of a secret. Unlike masking, which changes what is shown,
 * it is for what is stored and read again: there a changed text would be a wrong one.
 */
public final class LeakGuard {
  /** Shorter values are found in much that has nothing to do with them. */
  public static final int SHORTEST = 8;

  private final Map<String, List<String>> patterns = new LinkedHashMap<>();

  /** Short values, by label: what is stored may contain them, but not be nothing else. */
  private final Map<String, String> shortValues = new LinkedHashMap<>();

  private int longest;

  /** Guards nothing yet. */
  public LeakGuard() {}

  /** Guards a value from now on; the label names its secret and key in a message. */
  public void add(String label, SecretValue value) {
    if (value.reveal().length() < SHORTEST) {
      if (value.reveal().length() >= Redactor.SHORTEST) {
        shortValues.put(label, Redactor.latin1(value.reveal()));
      }
      return;
    }
    List<String> forms = new ArrayList<>();
    for (String form : Encodings.of(value.reveal())) {
      if (form.length() >= SHORTEST) {
        forms.add(form);
        longest = Math.max(longest, form.length());
      }
    }
    patterns.put(label, forms);
  }

  /** A stream that fails with a {@link LeakException} before a whole value has passed. */
  public OutputStream guard(OutputStream out) {
    return patterns.isEmpty() && shortValues.isEmpty() ? out : new GuardedStream(out);
  }

  /** Fails when a text holds a value. */
  public void check(String text) throws LeakException {
    search(Redactor.latin1(text));
  }

  private void search(String latin1) throws LeakException {
    for (Map.Entry<String, List<String>> entry : patterns.entrySet()) {
      for (String pattern : entry.getValue()) {
        if (latin1.contains(pattern)) {
          throw new LeakException(entry.getKey());
        }
      }
    }
  }

  private final class GuardedStream extends FilterOutputStream {
    /** The end of what has passed, in which a value may have begun. */
    private String tail = "";

    /** The whole content while it is short. */
    private String start = "";

    private boolean isLong;

    GuardedStream(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      String text = tail + new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
      search(text);
      tail = text.substring(Math.max(0, text.length() - Math.max(longest, 1) + 1));
      isLong |= start.length() + length > 4 * SHORTEST;
      start = isLong ? "" : start + new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      super.close(); // First, so that nothing stays open; whoever hears of the leak deletes it.
      String content = start.strip();
      for (Map.Entry<String, String> entry : shortValues.entrySet()) {
        if (content.equals(entry.getValue()) || content.equals('"' + entry.getValue() + '"')) {
          throw new LeakException(entry.getKey());
        }
      }
    }
  }
}
