package dev.lockstep.cli.host;

import dev.lockstep.cli.output.DisplayText;
import dev.lockstep.redact.Redactor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is said to a person, on standard error. Control characters are shown escaped, because
 * messages hold names that others chose.
 */
public final class Messages {
  private final OutputStream out;
  private @Nullable Redactor redactor;

  Messages(OutputStream out) {
    this.out = out;
  }

  /** What masks all that is said, for values that components are configured with. */
  Redactor redactor() {
    if (redactor == null) {
      redactor = new Redactor();
    }
    return redactor;
  }

  /** Says what was done. */
  public void say(String message) {
    print(message + "\n");
  }

  /** Says what the user should know although the command goes on. */
  public void warn(String message) {
    print("warning: " + message + "\n");
  }

  /** Says why the command ends. */
  public void error(String message) {
    print("error: " + message + "\n");
  }

  /** Asks; the answer is typed on the same line. */
  void ask(String question) {
    print(question);
  }

  /** Shows where a failure came from. */
  public void trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    print(text.toString().replace("\t", "    "));
  }

  private void print(String text) {
    String shown = redactor == null ? text : redactor.redact(text);
    try {
      out.write(DisplayText.escapeLines(shown).getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      // There is nobody left to tell; the exit code still speaks.
    }
  }
}
