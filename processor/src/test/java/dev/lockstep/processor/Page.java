package dev.lockstep.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page about one diagnostic: wrong code, what the compiler says of it, the mended code.
 *
 * @param language that of the mended block: {@code java}, or another where the mistake is not in
 *     the code
 */
record Page(Path file, String wrong, String message, String language, String mended) {
  private static final Pattern FORM =
      Pattern.compile(
          "# LS\\d{3}: [^\n]+\n\n(?:[^`\n][^\n]*\n|`[^`\n][^\n]*\n)+\n"
              + "```java\n(?<wrong>.*?)```\n\n"
              + "```\n(?<message>.*?)```\n\n"
              + "Mended:\n\n"
              + "```(?<language>[a-z]+)\n(?<mended>.*?)```\n.*",
          Pattern.DOTALL);

  static final Path FOLDER = Path.of("..", "docs", "diagnostics");

  static Page read(String id) throws IOException {
    Path file = FOLDER.resolve(id + ".md");
    Matcher form = FORM.matcher(Files.readString(file));
    if (!form.matches()) {
      throw new AssertionError(
          file + " needs a title, a paragraph, wrong code, a message, 'Mended:' and mended code.");
    }
    return new Page(
        file,
        form.group("wrong"),
        form.group("message"),
        form.group("language"),
        form.group("mended"));
  }

  /** Replaces what the compiler says, and nothing else. */
  void write(String newMessage) throws IOException {
    String text = Files.readString(file);
    int start = text.indexOf("```\n" + message + "```\n") + 4;
    Files.writeString(
        file, text.substring(0, start) + newMessage + text.substring(start + message.length()));
  }
}
